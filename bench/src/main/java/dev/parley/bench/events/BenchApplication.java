package dev.parley.bench.events;

import dev.parley.contracts.Topic;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.AggregateStores;
import dev.parley.platform.inbox.Inbox;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The service that is measured: the platform as every service has it, with one aggregate of each sort. */
@SpringBootApplication
class BenchApplication {

    @Bean
    AggregateStore<Opening> openings(AggregateStores stores) {
        return stores.open(Opening.TYPE);
    }

    @Bean
    AggregateStore<Followed> followed(AggregateStores stores) {
        return stores.open(Followed.TYPE);
    }

    @Bean
    Follower users(Inbox inbox, AggregateStore<Followed> followed) {
        return new Follower("bench.users", Topic.IDENTITY.topicName(), inbox, followed);
    }

    @Bean
    Follower positions(Inbox inbox, AggregateStore<Followed> followed) {
        return new Follower("bench.positions", Topic.SESSION.topicName(), inbox, followed);
    }
}
