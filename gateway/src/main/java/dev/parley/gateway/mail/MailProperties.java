package dev.parley.gateway.mail;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * How letters leave the installation. Without a host, none do.
 *
 * @param host of the SMTP server
 * @param from sender's address; required with a host
 * @param publicUri where people reach this installation, for the links in letters; required with a host
 * @param print whether a letter that cannot leave is written to the log, link and all: for one's own machine only
 */
@Validated
@ConfigurationProperties("parley.mail")
record MailProperties(
        @Nullable String host,
        @Nullable String from,
        @Nullable URI publicUri,
        @DefaultValue("false") boolean print) {

    MailProperties {
        boolean whole = StringUtils.hasText(from)
                && publicUri != null
                && !publicUri.toString().isEmpty();
        if (StringUtils.hasText(host) && !whole) {
            throw new IllegalArgumentException("PARLEY_SMTP_HOST needs PARLEY_MAIL_FROM and PARLEY_PUBLIC_URI with it");
        }
    }

    boolean leaves() {
        return StringUtils.hasText(host);
    }
}
