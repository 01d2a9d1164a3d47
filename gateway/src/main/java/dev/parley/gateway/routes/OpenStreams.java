package dev.parley.gateway.routes;

import com.mongodb.MongoException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Streams end when their reader may no longer read them, and when this gateway stops, before it waits for its requests;
 * readers come back through another, if they may.
 */
@Component
class OpenStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OpenStreams.class);

    private final Map<ClientHttpResponse, BooleanSupplier> open = new ConcurrentHashMap<>();
    private volatile boolean running;

    static boolean isStream(ClientHttpResponse answer) {
        return MediaType.TEXT_EVENT_STREAM.equalsTypeAndSubtype(
                answer.getHeaders().getContentType());
    }

    void add(ClientHttpResponse stream, BooleanSupplier allowed) {
        open.put(stream, allowed);
    }

    void remove(ClientHttpResponse stream) {
        open.remove(stream);
    }

    /** Without reading what is left, which for a stream is no end. */
    static void abandon(ClientHttpResponse answer) {
        try {
            answer.getBody().close();
        } catch (IOException e) {
            LOG.debug("the connection was gone already", e);
        }
        answer.close();
    }

    /** Often enough that, with five seconds until this gateway knows of it, no revocation takes ten. */
    @Scheduled(fixedDelayString = "${parley.routes.check-streams:2s}")
    void endRevoked() {
        open.forEach((stream, allowed) -> {
            if (!stillAllowed(allowed)) {
                abandon(stream);
            }
        });
    }

    /** While the database cannot be asked, streams go on until their token ends. */
    private static boolean stillAllowed(BooleanSupplier allowed) {
        try {
            return allowed.getAsBoolean();
        } catch (DataAccessException | MongoException e) {
            LOG.debug("whether a stream is still allowed cannot be asked", e);
            return true;
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.keySet().forEach(OpenStreams::abandon);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
