package dev.parley.launcher.process;

/** Something the person at the keyboard can act on: its message is the whole sentence to show. */
public final class LaunchException extends RuntimeException {
    public LaunchException(String sentence) {
        super(sentence);
    }

    public LaunchException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
