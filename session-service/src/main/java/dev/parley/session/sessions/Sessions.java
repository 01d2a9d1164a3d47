package dev.parley.session.sessions;

import static org.springframework.data.domain.Sort.Direction.ASC;
import static org.springframework.data.domain.Sort.Direction.DESC;

import dev.parley.contracts.AggregateKind;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.AggregateStores;
import dev.parley.platform.aggregate.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.index.Index;

/** Where sessions are kept, and the indexes of their queries. */
@Configuration(proxyBeanMethods = false)
class Sessions {

    static final AggregateType<Session> TYPE = AggregateType.publishing(
            AggregateKind.SESSION,
            "sessions",
            Session.class,
            Session::evolve,
            byField("state.scheduled.panel.userId"),
            byField("state.scheduled.positionId"),
            byField("state.status"));

    private static Index byField(String field) {
        return new Index()
                .on("organizationId", ASC)
                .on(field, ASC)
                .on("createdAt", DESC)
                .on("_id", DESC);
    }

    @Bean
    AggregateStore<Session> sessionStore(AggregateStores stores) {
        return stores.open(TYPE);
    }
}
