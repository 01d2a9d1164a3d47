package dev.parley.session.sessions;

import dev.parley.contracts.AggregateKind;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.AggregateStores;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.aggregate.ListOrder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where sessions are kept, and the indexes of their queries. */
@Configuration(proxyBeanMethods = false)
class Sessions {

    private static final ListOrder<Session> BY_PLANNED_TIME =
            new ListOrder<>("state.scheduledFor", session -> session.state().scheduledFor());

    static final AggregateType<Session> TYPE = AggregateType.publishing(
                    AggregateKind.SESSION,
                    "sessions",
                    Session.class,
                    Session::evolve,
                    BY_PLANNED_TIME.index("state.scheduled.panel.userId"),
                    BY_PLANNED_TIME.index("state.scheduled.positionId"),
                    BY_PLANNED_TIME.index("state.status"))
            .listedBy(BY_PLANNED_TIME);

    @Bean
    AggregateStore<Session> sessionStore(AggregateStores stores) {
        return stores.open(TYPE);
    }
}
