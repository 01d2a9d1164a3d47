package dev.parley.gateway.routes;

import dev.parley.contracts.EventTypes;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.security.Access;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What an integrator reads about the events: the AsyncAPI document, and the schema of each type. */
@RestController
class EventDescriptionController {

    @GetMapping("/asyncapi")
    @Access(anonymous = true)
    ResponseEntity<Resource> asyncApi() {
        return described("asyncapi.json", MediaType.APPLICATION_JSON);
    }

    @GetMapping("/schemas/{event}.json")
    @Access(anonymous = true)
    ResponseEntity<Resource> schema(@PathVariable String event) {
        if (!EventTypes.everything().containsKey(event)) {
            throw new DomainException.NotFound("event type", event);
        }
        return described("schemas/" + event + ".json", new MediaType("application", "schema+json"));
    }

    private static ResponseEntity<Resource> described(String file, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .body(new ClassPathResource(file));
    }
}
