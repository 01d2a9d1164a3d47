package dev.parley.gateway.routes;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;

/** Streams end when this gateway stops, before it waits for its requests; their readers come back through another. */
@Component
class OpenStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OpenStreams.class);

    private final Set<ClientHttpResponse> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    static boolean isStream(ClientHttpResponse answer) {
        return MediaType.TEXT_EVENT_STREAM.equalsTypeAndSubtype(
                answer.getHeaders().getContentType());
    }

    void add(ClientHttpResponse stream) {
        open.add(stream);
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

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(OpenStreams::abandon);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
