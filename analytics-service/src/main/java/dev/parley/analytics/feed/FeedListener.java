package dev.parley.analytics.feed;

import com.mongodb.MongoException;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.inbox.Inbox;
import dev.parley.platform.inbox.RecordConsumer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;

/** Keeps every event once more. Where to begin is written beside the events: an empty collection fills from offset 0. */
@Component
final class FeedListener implements RecordConsumer, ConsumerSeekAware {

    static final String CONSUMER = "analytics-service.feed";

    private static final Logger LOG = LoggerFactory.getLogger(FeedListener.class);

    private final Inbox inbox;
    private final FeedWriter feed;
    private final LateWriter late;
    private final Readers readers;
    private final FeedFreshness freshness;

    FeedListener(Inbox inbox, FeedWriter feed, LateWriter late, Readers readers, FeedFreshness freshness) {
        this.inbox = inbox;
        this.feed = feed;
        this.late = late;
        this.readers = readers;
        this.freshness = freshness;
    }

    @Override
    public String name() {
        return CONSUMER;
    }

    @KafkaListener(
            id = CONSUMER,
            topics = {"question-events", "session-events", "scoring-events", "identity-events"},
            batch = "true",
            properties = "max.poll.records=500")
    void on(List<ConsumerRecord<String, byte[]>> records) {
        Arrivals arrivals = feed.arrivals(records);
        records.forEach(one -> inbox.receive(arrivals, one));
        List<Arrival> collected = arrivals.collected();
        feed.write(collected, records);
        freshness.applied(collected);
        // after the write, so that who is told finds them
        readers.tell(collected.stream().map(Arrival::organization).collect(Collectors.<OrganizationId>toSet()));
    }

    /** An event that an operator replays; readers may be past its place. */
    @Override
    public void apply(Envelope event, ConsumerRecord<String, byte[]> kafkaRecord) {
        late.write(event, kafkaRecord);
        readers.tell(Set.of(event.metadata().organizationId()));
    }

    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        try {
            assignments
                    .keySet()
                    .forEach(one ->
                            callback.seek(one.topic(), one.partition(), feed.next(one.topic(), one.partition())));
        } catch (MongoException | DataAccessException e) {
            // committed after the write, so never beyond what is kept
            LOG.warn("the feed goes on where its group is: {}", e.toString());
        }
    }
}
