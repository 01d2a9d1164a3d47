package dev.parley.launcher;

/** The command line makes no sense: the message says why. */
final class UsageException extends RuntimeException {
    UsageException(String sentence) {
        super(sentence);
    }
}
