package dev.parley.gateway.signin;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.parley.gateway.accounts.Account;
import dev.parley.gateway.accounts.AccountId;
import dev.parley.gateway.devices.BrowserCookie;
import dev.parley.gateway.devices.SessionToken;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.error.DomainException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Sign-ins between password and code: bound to one browser, for five minutes and five codes. */
@Component
class PendingSignIns {

    static final BrowserCookie COOKIE = new BrowserCookie("parley_pending", "/api/v1/sign-in", "Strict");
    static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final int ATTEMPTS = 5;

    private final MongoTemplate mongo;
    private final Clock clock;

    PendingSignIns(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
        mongo.indexOps(PendingSignIn.class)
                .createIndex(new Index().on("expiresAt", Direction.ASC).expire(Duration.ZERO));
    }

    SessionToken open(Aggregate<Account> account) {
        var token = SessionToken.random();
        mongo.insert(new PendingSignIn(
                token.hash(),
                new AccountId(account.id()),
                account.state().passwordChangedAt(),
                0,
                clock.instant().plus(LIFETIME)));
        return token;
    }

    /**
     * Whose code the browser may try now; the attempt is counted first.
     *
     * @throws DomainException.Unauthenticated when none may be tried any more
     */
    PendingSignIn attempt(String cookie) {
        Instant now = clock.instant();
        var open = Query.query(where("_id")
                .is(hash(cookie))
                .and("attempts")
                .lt(ATTEMPTS)
                .and("expiresAt")
                .gt(now));
        return Optional.ofNullable(mongo.findAndModify(open, new Update().inc("attempts", 1), PendingSignIn.class))
                .orElseThrow(() -> new DomainException.Unauthenticated("Start again with the password."));
    }

    void finish(String cookie) {
        mongo.remove(Query.query(where("_id").is(hash(cookie))), PendingSignIn.class);
    }

    private static String hash(String cookie) {
        return new SessionToken(cookie).hash();
    }
}
