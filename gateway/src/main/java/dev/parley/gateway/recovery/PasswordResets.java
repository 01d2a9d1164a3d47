package dev.parley.gateway.recovery;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.parley.gateway.accounts.AccountId;
import dev.parley.gateway.devices.SessionToken;
import dev.parley.platform.error.DomainException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The links that are out: each for half an hour and one use, a new one in place of the former. */
@Component
class PasswordResets {

    static final Duration LIFETIME = Duration.ofMinutes(30);

    private final MongoTemplate mongo;
    private final Clock clock;

    PasswordResets(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
        mongo.indexOps(PasswordReset.class)
                .createIndex(new Index().on("expiresAt", Direction.ASC).expire(Duration.ZERO));
        mongo.indexOps(PasswordReset.class).createIndex(new Index().on("account.value", Direction.ASC));
    }

    SessionToken open(AccountId account) {
        forget(account);
        var token = SessionToken.random();
        Instant end = clock.instant().plus(LIFETIME);
        mongo.insert(new PasswordReset(token.hash(), account, end));
        return token;
    }

    /** Whose password the link sets; it is not used by that. */
    AccountId find(String token) {
        return Optional.ofNullable(mongo.findOne(open(token), PasswordReset.class))
                .map(PasswordReset::account)
                .orElseThrow(PasswordResets::over);
    }

    /** Uses the link; of several at the same moment, one does. */
    void use(String token) {
        if (mongo.findAndRemove(open(token), PasswordReset.class) == null) {
            throw over();
        }
    }

    void forget(AccountId account) {
        mongo.remove(Query.query(where("account.value").is(account.value())), PasswordReset.class);
    }

    private Query open(String token) {
        String id = new SessionToken(token).hash();
        return Query.query(where("_id").is(id).and("expiresAt").gt(clock.instant()));
    }

    private static DomainException over() {
        return new DomainException.Invalid("/token", "this link was used or is too old: ask for another");
    }
}
