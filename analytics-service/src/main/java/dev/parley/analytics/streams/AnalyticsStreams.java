package dev.parley.analytics.streams;

import dev.parley.analytics.topology.AnalyticsTopology;
import dev.parley.platform.kafka.KafkaTopicProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** The running topology. It starts when the topics exist, and hands its partitions over at once when it stops. */
@Component
public final class AnalyticsStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AnalyticsStreams.class);
    private static final Duration BEFORE_THE_NEXT = Duration.ofSeconds(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final AnalyticsProperties analytics;
    private final KafkaTopicProperties topics;
    private final KafkaProperties kafka;
    private final MeterRegistry meters;
    private final KafkaAdmin admin;
    private final LocalState state;
    private volatile @Nullable KafkaStreams streams;

    AnalyticsStreams(
            AnalyticsProperties analytics,
            KafkaTopicProperties topics,
            KafkaProperties kafka,
            KafkaAdmin admin,
            MeterRegistry meters) {
        this.analytics = analytics;
        this.topics = topics;
        this.kafka = kafka;
        this.meters = meters;
        this.admin = admin;
        this.state = new LocalState(analytics.instanceDirectory());
        meters.gauge("parley.analytics.lag", this, AnalyticsStreams::lag);
        meters.gauge("parley.analytics.running", this, streams -> streams.isCounting() ? 1 : 0);
    }

    @Override
    public void start() {
        state.open(cluster());
        var started = new KafkaStreams(
                AnalyticsTopology.of(analytics.generation(), meters),
                StreamsSettings.of(kafka.buildStreamsProperties(), analytics, topics));
        started.setUncaughtExceptionHandler(this::replace);
        started.start();
        streams = started;
    }

    @Override
    public void stop() {
        KafkaStreams running = streams;
        streams = null;
        if (running != null && running.close(leaving())) {
            state.stoppedCleanly();
        }
    }

    @Override
    public boolean isRunning() {
        return streams != null;
    }

    private StreamThreadExceptionResponse replace(Throwable fault) {
        if (state.isFull()) {
            LOG.error(
                    "PARLEY_STATE_DIR: no room is left in {}: give it more. Figures stand still until then.",
                    analytics.instanceDirectory());
        } else {
            LOG.error("a stream thread died and is replaced", fault);
        }
        meters.counter("parley.analytics.thread.replacements").increment();
        // whatever it died of may kill the next one at once
        LockSupport.parkNanos(BEFORE_THE_NEXT.toNanos());
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    boolean isProcessing() {
        KafkaStreams running = streams;
        return !state.isFull() && running != null && running.state().isRunningOrRebalancing();
    }

    /** Unlike {@link #isProcessing} not while partitions are handed over, which must not take long. */
    private boolean isCounting() {
        KafkaStreams running = streams;
        return running != null && running.state() == KafkaStreams.State.RUNNING;
    }

    /** Records on the source topics that are not counted yet. */
    double lag() {
        KafkaStreams running = streams;
        return running == null ? Double.NaN : StreamsLag.of(running.metrics().values());
    }

    private String cluster() {
        return Objects.requireNonNull(admin.clusterId(), "the broker does not say which cluster it belongs to");
    }

    private static CloseOptions leaving() {
        return CloseOptions.timeout(STOP_LIMIT)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP);
    }
}
