package dev.parley.gateway.routes;

import dev.parley.gateway.routes.Delivery.Parcel;
import dev.parley.platform.security.Access;
import dev.parley.platform.web.CorrelationFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The services' own descriptions of their API, as seen from out here: all of it is behind this one address. */
@RestController
class DescriptionController {

    private static final URI DESCRIPTION = URI.create("http://service/v3/api-docs");

    private final Delivery delivery;
    private final Upstreams upstreams;
    private final JsonMapper json;

    DescriptionController(Delivery delivery, Upstreams upstreams, JsonMapper json) {
        this.delivery = delivery;
        this.upstreams = upstreams;
        this.json = json;
    }

    @GetMapping(path = "/openapi/{service}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(anonymous = true)
    JsonNode description(@PathVariable String service, HttpServletRequest request) throws IOException {
        HttpHeaders headers = new HttpHeaders();
        headers.setAccept(List.of(MediaType.APPLICATION_JSON));
        headers.set(CorrelationFilter.HEADER, CorrelationFilter.of(request));
        var parcel = new Parcel(HttpMethod.GET, DESCRIPTION, headers, new byte[0]);
        try (var answer = delivery.deliver(parcel, upstreams.get(service))) {
            JsonNode description = json.readTree(answer.getBody());
            if (description instanceof ObjectNode object) {
                object.set("servers", json.valueToTree(List.of(Map.of("url", "/"))));
            }
            return description;
        }
    }
}
