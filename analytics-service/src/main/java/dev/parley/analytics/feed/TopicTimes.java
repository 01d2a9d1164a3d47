package dev.parley.analytics.feed;

import dev.parley.contracts.Topic;
import dev.parley.platform.error.DomainException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** Asks the broker where the topics were at a time: an event is on its topic after it was recorded, never before. */
@Component
final class TopicTimes implements DisposableBean {

    private static final int PATIENCE_SECONDS = 10;

    private final Admin admin;

    TopicTimes(KafkaProperties kafka) {
        this.admin = Admin.create(kafka.buildAdminProperties());
    }

    /**
     * Before the first record of each partition that is not older.
     *
     * @throws DomainException.Unavailable when the broker does not answer
     */
    Cursor since(Instant time) {
        // the ends first: what comes in between is not older
        Cursor ends = places(Cursor.START, OffsetSpec.latest());
        return places(ends, OffsetSpec.forTimestamp(time.toEpochMilli()));
    }

    /** Where there is no such offset the cursor stays as it is. */
    private Cursor places(Cursor former, OffsetSpec which) {
        Cursor cursor = former;
        for (var found : offsets(which).entrySet()) {
            TopicPartition one = found.getKey();
            long offset = found.getValue().offset();
            if (offset >= 0) {
                cursor = cursor.from(Lane.of(one.topic(), one.partition()), Kept.firstPlace(offset));
            }
        }
        return cursor;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> partitions = Arrays.stream(Topic.values())
                .flatMap(topic -> IntStream.range(0, Topic.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic.topicName(), partition)))
                .collect(Collectors.toMap(partition -> partition, _ -> which));
        try {
            return admin.listOffsets(partitions).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        } catch (ExecutionException | TimeoutException _) {
            throw unavailable();
        }
    }

    private static DomainException unavailable() {
        return new DomainException.Unavailable("The broker does not say where its topics were at that time.");
    }

    @Override
    public void destroy() {
        admin.close();
    }
}
