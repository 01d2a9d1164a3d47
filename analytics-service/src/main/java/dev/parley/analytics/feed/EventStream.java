package dev.parley.analytics.feed;

import com.mongodb.MongoException;
import dev.parley.analytics.feed.FeedReader.Delivered;
import dev.parley.analytics.feed.FeedReader.Stretch;
import dev.parley.analytics.feed.FeedRequest.Wanted;
import dev.parley.contracts.id.OrganizationId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One reader's stream, on a thread of its own; it never runs ahead of its reader. Its ids are cursors. */
final class EventStream {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int AT_ONCE = 100;

    private final Feed feed;
    private final OrganizationId organization;
    private final Wanted wanted;
    private final Instant until;
    private final SseEmitter emitter;
    private volatile boolean ended;

    EventStream(Feed feed, OrganizationId organization, Wanted wanted, Instant until, SseEmitter emitter) {
        this.feed = feed;
        this.organization = organization;
        this.wanted = wanted;
        this.until = until;
        this.emitter = emitter;
        emitter.onCompletion(this::end);
        emitter.onTimeout(this::end);
        emitter.onError(_ -> end());
    }

    /** Until the caller's token ends, or the caller leaves. */
    void run(Cursor start) {
        try {
            Cursor cursor = start;
            while (isOpen()) {
                cursor = send(feed.read(organization, cursor, wanted, AT_ONCE, pause()));
            }
            emitter.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | IllegalStateException e) {
            // the reader went away
            emitter.completeWithError(e);
        } catch (MongoException | DataAccessException e) {
            LOG.warn("a stream of events ends, its reader will come back: {}", e.toString());
            emitter.complete();
        }
    }

    private Cursor send(Stretch stretch) throws IOException {
        for (Delivered event : stretch.events()) {
            if (!isOpen()) {
                break;
            }
            emitter.send(SseEmitter.event()
                    .id(feed.write(event.cursor(), organization))
                    .data(event.json()));
        }
        if (stretch.events().isEmpty()) {
            emitter.send(SseEmitter.event().comment("still here"));
        }
        return stretch.end();
    }

    private Duration pause() {
        Duration left = feed.until(until);
        return left.compareTo(HEARTBEAT) < 0 ? left : HEARTBEAT;
    }

    private boolean isOpen() {
        return !ended && feed.isOpen() && feed.until(until).isPositive();
    }

    private void end() {
        ended = true;
    }
}
