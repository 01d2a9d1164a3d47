package dev.parley.analytics;

import static dev.parley.contracts.DecisionOutcome.ADVANCE;
import static dev.parley.contracts.DecisionOutcome.HOLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.analytics.streams.AnalyticsStreams;
import dev.parley.analytics.topology.AnalyticsTopics;
import dev.parley.contracts.Topic;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.testkit.Engines;
import dev.parley.testkit.Engines.Engine;
import dev.parley.testkit.ServiceIT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.test.annotation.DirtiesContext;

/** What goes wrong on the way to the views leaves no trace in them. */
@ServiceIT
@DirtiesContext
class RecoveryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final OrganizationId organization =
            new OrganizationId(UUID.randomUUID().toString());

    @LocalServerPort
    private int port;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @Autowired
    private Clock clock;

    @Autowired
    private AnalyticsStreams streams;

    @Test
    void cellsDeliveredAgainAfterACrashBeforeTheCommitChangeNothing() throws Exception {
        var interview = new Interview(organization).applies().isHeld().isDecided(ADVANCE);
        awaitDecisions("ADVANCE", 1);
        interview.isDecided(HOLD);
        awaitDecisions("ADVANCE", 0);
        // another cell, on a way of its own
        awaitDecisions("HOLD", 1);
        List<Document> before = cells();
        redeliverEverything();
        Instant now = clock.instant();
        await().atMost(PATIENCE).until(() -> board().asOf().isAfter(now));
        assertThat(cells()).isNotEmpty().isEqualTo(before);
    }

    @Test
    void figuresAreRightAfterTheDatabaseWasAway() {
        new Interview(organization).isHeld();
        Engines.shared().kill(Engine.MONGOD);
        new Interview(organization).applies().isHeld().isDecided(ADVANCE);
        new Interview(organization).isHeld().isDecided(HOLD);
        awaitDecisions("ADVANCE", 1);
        awaitDecisions("HOLD", 1);
        assertThat(board().read("sessions?from=2026-03-03&to=2026-03-03")
                        .at("/sessionsPerDay/0/completed")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void figuresAreRightAfterTheBrokerWasKilled() {
        new Interview(organization).isHeld();
        Engines.shared().kill(Engine.KAFKA);
        new Interview(organization).isHeld().isDecided(ADVANCE);
        awaitDecisions("ADVANCE", 1);
    }

    @Test
    void theTopologyGoesOnWhereItStopped() {
        var interview = new Interview(organization).isHeld();
        streams.stop();
        interview.isDecided(ADVANCE);
        streams.start();
        awaitDecisions("ADVANCE", 1);
    }

    /** As after a crash before any offset was committed. */
    private void redeliverEverything() throws Exception {
        var container = Objects.requireNonNull(listeners.getListenerContainer(AnalyticsTopics.VIEWS_GROUP));
        container.stop();
        Map<TopicPartition, OffsetAndMetadata> start = IntStream.range(0, Topic.PARTITIONS)
                .boxed()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(AnalyticsTopics.CELLS, partition),
                        _ -> new OffsetAndMetadata(0)));
        Map<String, Object> broker =
                Map.of("bootstrap.servers", Engines.shared().kafkaBootstrap());
        try (var admin = Admin.create(broker)) {
            admin.removeMembersFromConsumerGroup(
                            AnalyticsTopics.VIEWS_GROUP, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
            admin.alterConsumerGroupOffsets(AnalyticsTopics.VIEWS_GROUP, start)
                    .all()
                    .get();
        }
        container.start();
    }

    private List<Document> cells() {
        return mongo
                .getCollection("cells")
                .find(new Document("organizationId", organization.value()))
                .into(new ArrayList<>())
                .stream()
                .sorted(Comparator.comparing(cell -> cell.getString("_id")))
                .toList();
    }

    private void awaitDecisions(String outcome, int count) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(board().decisions(outcome)).isEqualTo(count));
    }

    private Board board() {
        return Board.of(port, organization);
    }
}
