package dev.parley.gateway.signin;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.parley.gateway.accounts.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The sign-in sessions: true in MongoDB, quick through Redis. */
@Component
public class SignInSessions {

    private final MongoTemplate mongo;
    private final SessionCache cache;
    private final Revocations revocations;
    private final SignInProperties properties;
    private final Clock clock;

    SignInSessions(
            MongoTemplate mongo,
            SessionCache cache,
            Revocations revocations,
            SignInProperties properties,
            Clock clock) {
        this.mongo = mongo;
        this.cache = cache;
        this.revocations = revocations;
        this.properties = properties;
        this.clock = clock;
        var indexes = mongo.indexOps(SignInSession.class);
        indexes.createIndex(new Index().on("revokedAt", Direction.ASC).sparse());
        indexes.createIndex(new Index().on("expiresAt", Direction.ASC).expire(Duration.ZERO));
    }

    SessionToken open(AccountId account, String clientAddress) {
        var token = SessionToken.random();
        Instant now = clock.instant();
        mongo.insert(new SignInSession(
                token.hash(), account, clientAddress, now, now, now.plus(properties.absolute()), null));
        return token;
    }

    /** The session a cookie's value belongs to, while it is open. */
    public Optional<SignInSession> find(String cookie) {
        String id = new SessionToken(cookie).hash();
        if (revocations.contains(id)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return cache.find(id)
                .or(() -> load(id))
                .filter(session -> session.open(now, properties.idle()))
                .map(session -> touch(session, now));
    }

    void revoke(String cookie) {
        String id = new SessionToken(cookie).hash();
        var revoked = Update.update("revokedAt", clock.instant());
        mongo.updateFirst(byId(id).addCriteria(where("revokedAt").isNull()), revoked, SignInSession.class);
        @Nullable SignInSession session = mongo.findById(id, SignInSession.class);
        if (session != null) {
            revocations.add(session);
        }
        cache.remove(id);
    }

    private Optional<SignInSession> load(String id) {
        var loaded = Optional.ofNullable(mongo.findById(id, SignInSession.class));
        loaded.filter(session -> session.revokedAt() == null).ifPresent(cache::put);
        return loaded;
    }

    private SignInSession touch(SignInSession session, Instant now) {
        if (now.isBefore(session.seenAt().plus(properties.seenAccuracy()))) {
            return session;
        }
        mongo.updateFirst(byId(session.id()), Update.update("seenAt", now), SignInSession.class);
        SignInSession seen = session.seen(now);
        cache.put(seen);
        return seen;
    }

    private static Query byId(String id) {
        return Query.query(where("_id").is(id));
    }
}
