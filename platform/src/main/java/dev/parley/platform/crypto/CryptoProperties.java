package dev.parley.platform.crypto;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The secrets of a service.
 *
 * @param masterKey base64 of 32 bytes; wraps the data keys
 * @param idSecret from which ids and idempotency scopes are derived
 */
@Validated
@ConfigurationProperties("parley.secrets")
public record CryptoProperties(
        @NotBlank String masterKey, @NotBlank String idSecret) {

    /** Nothing that could be logged by accident. */
    @Override
    public String toString() {
        return "CryptoProperties[…]";
    }
}
