package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.Role;
import dev.parley.contracts.id.UserId;
import dev.parley.testkit.Engines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** A consumer group that begins anew changes nothing. */
class RedeliveryIT extends WholeService {

    private static final List<String> FOLLOWED =
            List.of("knownKits", "knownPlans", "knownUsers", "sessions", "applications");

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @Test
    void everythingDeliveredOnceMoreChangesNothing() throws Exception {
        Company company = Company.on(port);
        String session = company.aCompletedSession();
        Evaluation evaluation = new Evaluation(company, session);
        evaluation.decides(1, DecisionOutcome.ADVANCE);
        await().until(() -> outcome(company, session).equals("ADVANCE"));
        Map<String, Document> before = snapshot(company);

        for (MessageListenerContainer container : listeners.getListenerContainers()) {
            deliverAgain(container);
        }
        // the last of each topic comes after all that was delivered again
        UserId last = new UserId(Company.uuid());
        company.add(last, Role.INTERVIEWER);
        company.publishAgain();
        evaluation.decides(2, DecisionOutcome.REJECT);
        await().until(() -> outcome(company, session).equals("REJECT"));
        await().until(() -> mongo.exists(followed(last.value(), 1), "knownUsers"));
        await().until(() -> mongo.exists(followed(company.plan.kitId().value(), 2), "knownKits"));

        Map<String, Document> after = snapshot(company);
        before.forEach((id, document) -> {
            if (!id.equals("sessions " + session) && !id.startsWith("knownKits")) {
                assertThat(after.get(id)).as(id).isEqualTo(document);
            }
        });
        assertThat(version("sessions", session)).isEqualTo(5);
        assertThat(version("knownKits", company.plan.kitId().value())).isEqualTo(2);
    }

    private String outcome(Company company, String session) {
        return company.recruiter().get("/api/v1/sessions/" + session).at("/outcome");
    }

    private static Query followed(String id, long sequence) {
        return Query.query(Criteria.where("_id").is(id).and("sources.sequence").is(sequence));
    }

    private long version(String collection, String id) {
        Document found =
                mongo.getCollection(collection).find(Filters.eq("_id", id)).first();
        return Objects.requireNonNull(found).getLong("version");
    }

    private void deliverAgain(MessageListenerContainer container) throws Exception {
        String group = Objects.requireNonNull(container.getGroupId());
        container.stop();
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", Engines.shared().kafkaBootstrap()))) {
            Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .keySet()
                    .forEach(partition -> beginning.put(partition, new OffsetAndMetadata(0)));
            assertThat(beginning).isNotEmpty();
            admin.alterConsumerGroupOffsets(group, beginning).all().get();
        }
        container.start();
    }

    private Map<String, Document> snapshot(Company company) {
        Map<String, Document> documents = new HashMap<>();
        for (String collection : FOLLOWED) {
            mongo.getCollection(collection)
                    .find(Filters.eq("organizationId", company.organization.value()))
                    .forEach(found -> {
                        found.keySet().removeAll(Set.of("outbox", "outboxSince"));
                        documents.put(collection + " " + found.getString("_id"), found);
                    });
        }
        return documents;
    }
}
