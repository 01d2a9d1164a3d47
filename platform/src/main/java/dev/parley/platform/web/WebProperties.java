package dev.parley.platform.web;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How large a request may be, and how an instance ends.
 *
 * @param maxBody for ordinary routes
 * @param maxLargeBody for the routes that take files
 * @param largeBodyPaths paths of those routes
 * @param drain for how long an ending instance still answers, each answer being the last of its connection; for where
 *     callers reach several instances by one address
 */
@Validated
@ConfigurationProperties("parley.web")
public record WebProperties(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("32MB") DataSize maxLargeBody,
        @DefaultValue List<String> largeBodyPaths,
        @DefaultValue("0s") Duration drain) {

    DataSize limitFor(String path) {
        return largeBodyPaths.contains(path) ? maxLargeBody : maxBody;
    }
}
