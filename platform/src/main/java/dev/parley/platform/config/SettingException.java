package dev.parley.platform.config;

import java.util.Collection;

/** A setting that somebody has to change; the message is a sentence for that person and never quotes a secret. */
public final class SettingException extends RuntimeException {

    public SettingException(String setting, String problem) {
        super(setting + " " + problem);
    }

    static SettingException missing(Collection<String> settings) {
        String all = String.join(", ", settings);
        return new SettingException(
                all,
                settings.size() == 1
                        ? "is missing: set it in this process's environment, or name a file that holds it with %s_FILE."
                                .formatted(all)
                        : "are missing: set them in this process's environment, or files that hold them with …_FILE.");
    }
}
