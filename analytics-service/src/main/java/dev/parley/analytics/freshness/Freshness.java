package dev.parley.analytics.freshness;

import dev.parley.analytics.streams.AnalyticsProperties;
import dev.parley.analytics.topology.AnalyticsTopics;
import dev.parley.analytics.topology.AnalyticsTopology;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Knows up to when the figures are complete, over all instances: it notes the ends of the event topics at some time,
 * waits until the topology has committed them, then until what came of them is summed, then until that is in the
 * database. Only then the figures are as of that time.
 */
@Component
public final class Freshness {

    private static final Logger LOG = LoggerFactory.getLogger(Freshness.class);

    private record Stage(String group, List<String> topics) {}

    private final List<Stage> stages;
    private final Progress progress;
    private final Clock clock;
    private int stage;
    private Instant noted = Instant.MIN;
    private Map<TopicPartition, Long> ends = Map.of();
    private volatile @Nullable Instant complete;

    Freshness(Progress progress, Clock clock, AnalyticsProperties analytics) {
        this.progress = progress;
        this.clock = clock;
        String topology = analytics.applicationId();
        this.stages = List.of(
                new Stage(topology, AnalyticsTopology.SOURCES),
                new Stage(topology, List.of(AnalyticsTopology.deltasTopic(topology))),
                new Stage(AnalyticsTopics.VIEWS_GROUP, List.of(AnalyticsTopics.CELLS)));
    }

    public <T> AsOf<T> date(T view) {
        return new AsOf<>(complete, view);
    }

    @Scheduled(fixedDelay = 500)
    void look() {
        try {
            boolean moved = true;
            while (moved) {
                moved = advance();
            }
        } catch (RuntimeException e) {
            // the figures only look older than they are
            LOG.debug("how complete the figures are is not known at the moment", e);
        }
    }

    /** True while another stage can be looked at without waiting. */
    private boolean advance() {
        if (stage == 0 && ends.isEmpty()) {
            noted = clock.instant();
            ends = progress.ends(stages.getFirst().topics());
        }
        if (!progress.hasReached(stages.get(stage).group(), ends)) {
            return false;
        }
        stage = (stage + 1) % stages.size();
        if (stage == 0) {
            complete = noted;
            ends = Map.of();
            return false;
        }
        ends = progress.ends(stages.get(stage).topics());
        return true;
    }
}
