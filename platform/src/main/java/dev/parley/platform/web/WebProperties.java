package dev.parley.platform.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How large a request may be.
 *
 * @param maxBody for ordinary routes
 * @param maxLargeBody for the routes that take files
 * @param largeBodyPaths paths of those routes
 */
@Validated
@ConfigurationProperties("parley.web")
public record WebProperties(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("32MB") DataSize maxLargeBody,
        @DefaultValue List<String> largeBodyPaths) {

    DataSize limitFor(String path) {
        return largeBodyPaths.contains(path) ? maxLargeBody : maxBody;
    }
}
