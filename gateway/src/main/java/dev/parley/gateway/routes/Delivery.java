package dev.parley.gateway.routes;

import dev.parley.platform.error.DomainException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Brings a request to an instance that serves it. An instance that cannot be reached is passed over; when none is there,
 * the request waits, within bounds, for one to come back, unless repeating it could do its work twice.
 */
@Component
class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final ServiceClient client;
    private final RouteProperties properties;
    private final Clock clock;

    Delivery(ServiceClient client, RouteProperties properties, Clock clock) {
        this.client = client;
        this.properties = properties;
        this.clock = clock;
    }

    /** A request ready to be sent; the host in its address does not matter. */
    record Parcel(HttpMethod method, URI uri, HttpHeaders headers, byte[] body) {

        boolean repeatable() {
            return Repeats.isRepeatable(method, headers);
        }

        URI at(URI instance) {
            return UriComponentsBuilder.fromUri(uri)
                    .scheme(instance.getScheme())
                    .host(instance.getHost())
                    .port(instance.getPort())
                    .build(true)
                    .toUri();
        }
    }

    /**
     * The first answer of an instance that serves the request.
     *
     * @throws DomainException.Unavailable when there is none in time
     */
    ClientHttpResponse deliver(Parcel parcel, Upstream upstream) {
        Instant giveUp = clock.instant().plus(properties.patience());
        for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
            for (URI instance : upstream.inTurn()) {
                @Nullable ClientHttpResponse answer = attempt(parcel, instance, upstream);
                if (answer != null) {
                    return answer;
                }
            }
            if (clock.instant().plus(pause).isAfter(giveUp)) {
                throw unavailable(upstream);
            }
            rest(pause, upstream);
        }
    }

    /** Null when the request may be sent again. */
    private @Nullable ClientHttpResponse attempt(Parcel parcel, URI instance, Upstream upstream) {
        try {
            ClientHttpResponse answer =
                    client.send(parcel.method(), parcel.at(instance), parcel.headers(), parcel.body());
            if (!Repeats.notServed(answer.getStatusCode())) {
                return answer;
            }
            answer.close();
            LOG.warn("{} at {} answered {}", upstream.name(), instance, answer.getStatusCode());
            if (parcel.repeatable()) {
                return null;
            }
        } catch (IOException e) {
            LOG.warn("{} at {} cannot be asked: {}", upstream.name(), instance, e.toString());
            if (parcel.repeatable() || Repeats.neverSent(e)) {
                return null;
            }
        }
        throw unavailable(upstream);
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private static void rest(Duration pause, Upstream upstream) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(upstream);
        }
    }

    private static DomainException unavailable(Upstream upstream) {
        return new DomainException.Unavailable("The " + upstream.name()
                + " service does not answer; repeat the request with the same Idempotency-Key.");
    }
}
