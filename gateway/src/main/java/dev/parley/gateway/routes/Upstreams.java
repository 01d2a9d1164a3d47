package dev.parley.gateway.routes;

import dev.parley.platform.error.DomainException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** All services behind the gateway. */
@Component
class Upstreams {

    private final Map<String, Upstream> byName = new TreeMap<>();

    Upstreams(RouteProperties properties) {
        properties.services().forEach((name, service) -> byName.put(name, new Upstream(name, service.uris())));
    }

    Collection<String> names() {
        return byName.keySet();
    }

    Upstream get(String name) {
        return Optional.ofNullable(byName.get(name)).orElseThrow(() -> new DomainException.NotFound("service", name));
    }
}
