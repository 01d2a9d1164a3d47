package dev.parley.gateway.devices;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.parley.platform.security.CrossTenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The sessions revoked anywhere, followed in MongoDB; asked before any cache. */
@Component
@CrossTenant("a sign-in is for the installation")
class Revocations {

    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private final MongoTemplate mongo;
    private final Clock clock;
    private final Map<String, Instant> revoked = new ConcurrentHashMap<>();
    private volatile Instant followedUntil = Instant.EPOCH;

    Revocations(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
        follow();
    }

    boolean contains(String id) {
        return revoked.containsKey(id);
    }

    void add(SignInSession session) {
        revoked.put(session.id(), session.expiresAt());
    }

    @Scheduled(fixedDelayString = "${parley.sign-in.follow-revocations:5s}")
    final void follow() {
        Instant now = clock.instant();
        try {
            var news = Query.query(where("revokedAt")
                    .gte(followedUntil.minus(OVERLAP))
                    .and("expiresAt")
                    .gt(now));
            mongo.find(news, SignInSession.class).forEach(this::add);
            followedUntil = now;
        } catch (DataAccessException e) {
            LOG.warn(
                    "revocations cannot be followed at the moment: {}",
                    e.getClass().getSimpleName());
        }
        revoked.values().removeIf(now::isAfter);
    }
}
