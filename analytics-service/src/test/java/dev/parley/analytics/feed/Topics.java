package dev.parley.analytics.feed;

import static dev.parley.analytics.topology.Interviews.completed;
import static dev.parley.analytics.topology.Interviews.scheduled;
import static dev.parley.analytics.topology.Interviews.started;

import dev.parley.analytics.topology.History;
import dev.parley.contracts.EventCodec;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.SessionId;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records at their places on the topics, without a broker; and the feed's two ways to take them. */
record Topics(FeedWriter writer, LateWriter late) {

    /** What happened to one session: scheduled, started, completed. */
    static List<ProducerRecord<String, byte[]>> session(OrganizationId organization) {
        var id = new SessionId(UUID.randomUUID().toString());
        return new History(organization, id.value()).of(scheduled(id), started(id), completed(id));
    }

    static ConsumerRecord<String, byte[]> at(long offset, ProducerRecord<String, byte[]> published) {
        var read = new ConsumerRecord<>(published.topic(), 3, offset, published.key(), published.value());
        published.headers().forEach(read.headers()::add);
        return read;
    }

    /** One batch of the listener, without its inbox. */
    @SafeVarargs
    final void listen(ConsumerRecord<String, byte[]>... records) {
        Arrivals arrivals = writer.arrivals(List.of(records));
        for (ConsumerRecord<String, byte[]> one : records) {
            arrivals.apply(EventCodec.read(one), one);
        }
        writer.write(arrivals.collected(), List.of(records));
    }

    void replay(ConsumerRecord<String, byte[]> one) {
        late.write(EventCodec.read(one), one);
    }
}
