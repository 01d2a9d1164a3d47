package dev.parley.gateway.tokens;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * This gateway's key, which exists in this process only, and the public keys of all gateways. The own one is in MongoDB
 * before the first token is signed, so whichever gateway a service asks can show it.
 */
@Component
class GatewayKeys {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayKeys.class);
    private static final Duration AGE = Duration.ofSeconds(2);

    private final MongoTemplate mongo;
    private final TokenProperties properties;
    private final Clock clock;
    private final ECKey own = generate();
    private volatile Served served = new Served(new JWKSet(own.toPublicJWK()), Instant.EPOCH);

    private record Served(JWKSet keys, Instant readAt) {}

    GatewayKeys(MongoTemplate mongo, TokenProperties properties, Clock clock) {
        this.mongo = mongo;
        this.properties = properties;
        this.clock = clock;
        mongo.indexOps(GatewayKey.class)
                .createIndex(new Index().on("expiresAt", Direction.ASC).expire(Duration.ZERO));
        publish();
    }

    ECKey own() {
        return own;
    }

    /** The public keys of every living gateway, at most seconds old; without MongoDB, those last seen. */
    JWKSet published() {
        Served current = served;
        Instant now = clock.instant();
        if (now.isBefore(current.readAt.plus(AGE))) {
            return current.keys;
        }
        try {
            current = new Served(load(now), now);
        } catch (DataAccessException e) {
            LOG.warn("serving the keys last seen: {}", e.getClass().getSimpleName());
            current = new Served(current.keys, now);
        }
        served = current;
        return current.keys;
    }

    @Scheduled(
            fixedDelayString = "${parley.tokens.heartbeat:30s}",
            initialDelayString = "${parley.tokens.heartbeat:30s}")
    void heartbeat() {
        try {
            publish();
        } catch (DataAccessException e) {
            LOG.warn(
                    "the key's life cannot be prolonged at the moment: {}",
                    e.getClass().getSimpleName());
        }
    }

    private void publish() {
        Instant expiresAt = clock.instant().plus(properties.keyLifetime());
        mongo.save(new GatewayKey(own.getKeyID(), own.toPublicJWK().toJSONString(), expiresAt));
    }

    private JWKSet load(Instant now) {
        List<GatewayKey> all = mongo.find(Query.query(where("expiresAt").gt(now)), GatewayKey.class);
        Stream<JWK> others =
                all.stream().filter(key -> !key.id().equals(own.getKeyID())).map(key -> parse(key.jwk()));
        return new JWKSet(
                Stream.concat(Stream.<JWK>of(own.toPublicJWK()), others).toList());
    }

    private static JWK parse(String jwk) {
        try {
            return JWK.parse(jwk).toPublicJWK();
        } catch (ParseException e) {
            throw new IllegalStateException("gatewayKeys holds something that is no key", e);
        }
    }

    private static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }
}
