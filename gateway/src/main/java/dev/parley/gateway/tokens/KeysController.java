package dev.parley.gateway.tokens;

import dev.parley.platform.security.Access;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys of all gateways, for whoever verifies internal tokens. */
@RestController
class KeysController {

    private static final Duration AGE = Duration.ofSeconds(2);

    private final GatewayKeys keys;

    KeysController(GatewayKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/.well-known/jwks.json")
    @Access(anonymous = true)
    ResponseEntity<String> keys() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(AGE).cachePublic())
                .body(keys.published().toString());
    }
}
