package dev.parley.platform.inbox;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** How many dead letters wait for somebody, and how many subjects they close, looked up now and then. */
final class DeadLetterCount {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterCount.class);

    private final DeadLetters letters;
    private volatile double waiting = Double.NaN;
    private volatile double subjects = Double.NaN;

    DeadLetterCount(DeadLetters letters, MeterRegistry meters) {
        this.letters = letters;
        Gauge.builder("parley.deadletters.waiting", this, count -> count.waiting)
                .description("Records set aside that wait to be replayed or discarded")
                .register(meters);
        Gauge.builder("parley.deadletters.subjects", this, count -> count.subjects)
                .description("Subjects whose later events wait with a record set aside, once per consumer")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${parley.inbox.count-interval:5s}")
    void look() {
        try {
            long found = letters.count();
            subjects = found == 0 ? 0 : letters.subjects();
            waiting = found;
        } catch (MongoException e) {
            LOG.debug("how many dead letters wait is not known at the moment", e);
        }
    }
}
