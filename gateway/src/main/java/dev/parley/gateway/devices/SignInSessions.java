package dev.parley.gateway.devices;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.parley.gateway.accounts.AccountId;
import dev.parley.gateway.devices.SignInSession.Device;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The sign-in sessions: true in MongoDB, quick through Redis. */
@Component
public class SignInSessions {

    private static final int LISTED = 100;

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
        indexes.createIndex(new Index().on("account.value", Direction.ASC).on("seenAt", Direction.DESC));
        indexes.createIndex(new Index().on("expiresAt", Direction.ASC).expire(Duration.ZERO));
    }

    /** Signs the request's browser in under a new token; the one it had before ends. */
    public ResponseCookie signIn(AccountId account, boolean secondFactor, HttpServletRequest request) {
        SessionToken token = open(account, secondFactor, request);
        SessionCookie.of(request).ifPresent(this::revoke);
        return SessionCookie.carrying(token, properties.absolute(), request);
    }

    private SessionToken open(AccountId account, boolean secondFactor, HttpServletRequest request) {
        var token = SessionToken.random();
        Instant now = clock.instant();
        String userAgent = UserAgent.family(request.getHeader("User-Agent"));
        mongo.insert(new SignInSession(
                token.hash(),
                account,
                request.getRemoteAddr(),
                now,
                now,
                now.plus(properties.absolute()),
                null,
                new Device(UUID.randomUUID().toString(), userAgent, secondFactor)));
        return token;
    }

    /** The session a cookie's value belongs to, while it is open; being asked for is being used. */
    public Optional<SignInSession> find(String cookie) {
        return look(cookie).map(this::touch);
    }

    /** The same, without counting as use. */
    public Optional<SignInSession> look(String cookie) {
        String id = new SessionToken(cookie).hash();
        return revocations.contains(id)
                ? Optional.empty()
                : cache.find(id).or(() -> load(id)).filter(session -> session.open(clock.instant(), properties.idle()));
    }

    /** Where a person is signed in, the latest used first. */
    List<SignInSession> of(AccountId account) {
        Instant now = clock.instant();
        return mongo.find(unrevoked(account).limit(LISTED), SignInSession.class).stream()
                .filter(session -> session.open(now, properties.idle()))
                .toList();
    }

    /** Gives the browser another token, as after any change of how its person gets in; the former one ends. */
    public ResponseCookie renew(SignInSession session, boolean secondFactor, HttpServletRequest request) {
        var token = SessionToken.random();
        mongo.insert(session.under(token, secondFactor));
        revoke(session);
        return SessionCookie.carrying(token, Duration.between(clock.instant(), session.expiresAt()), request);
    }

    public void revoke(String cookie) {
        Optional.ofNullable(mongo.findById(new SessionToken(cookie).hash(), SignInSession.class))
                .ifPresent(this::revoke);
    }

    /** Signs a person out everywhere. */
    public void revokeAll(AccountId account) {
        mongo.find(unrevoked(account), SignInSession.class).forEach(this::revoke);
    }

    void revoke(SignInSession session) {
        var revoked = Update.update("revokedAt", clock.instant());
        mongo.updateFirst(byId(session.id()).addCriteria(where("revokedAt").isNull()), revoked, SignInSession.class);
        revocations.add(session);
        cache.remove(session.id());
    }

    private Optional<SignInSession> load(String id) {
        var loaded = Optional.ofNullable(mongo.findById(id, SignInSession.class));
        loaded.filter(session -> session.revokedAt() == null).ifPresent(cache::put);
        return loaded;
    }

    private SignInSession touch(SignInSession session) {
        Instant now = clock.instant();
        if (now.isBefore(session.seenAt().plus(properties.seenAccuracy()))) {
            return session;
        }
        mongo.updateFirst(byId(session.id()), Update.update("seenAt", now), SignInSession.class);
        SignInSession seen = session.seen(now);
        cache.put(seen);
        return seen;
    }

    private static Query unrevoked(AccountId account) {
        return Query.query(where("account.value")
                        .is(account.value())
                        .and("revokedAt")
                        .isNull())
                .with(Sort.by(Direction.DESC, "seenAt"));
    }

    private static Query byId(String id) {
        return Query.query(where("_id").is(id));
    }
}
