package dev.parley.gateway.routes;

import dev.parley.gateway.routes.Delivery.Parcel;
import dev.parley.gateway.security.Standing;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.security.Callers;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.common.AbstractProxyExchange;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayServerResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** The gateway's exchange with a service: delivers the request, passes the answer on as it comes. */
@Component
class ServiceExchange extends AbstractProxyExchange {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceExchange.class);
    private static final byte[] NOTHING = {};

    private final Delivery delivery;
    private final OpenStreams streams;

    ServiceExchange(GatewayMvcProperties properties, Delivery delivery, OpenStreams streams) {
        super(properties);
        this.delivery = delivery;
        this.streams = streams;
    }

    @Override
    public ServerResponse exchange(Request request) {
        HttpServletRequest servlet = request.getServerRequest().servletRequest();
        var upstream = (Upstream) Objects.requireNonNull(servlet.getAttribute(Upstream.ATTRIBUTE));
        URI uri = Objects.requireNonNull(request.getUri());
        var parcel = new Parcel(request.getMethod(), uri, request.getHeaders(), body(servlet));
        ClientHttpResponse answer = delivery.deliver(parcel, upstream);
        ServerResponse response = response(answer);
        request.getResponseConsumers()
                .forEach(consumer -> consumer.accept(new Head(response.statusCode(), answer.getHeaders()), response));
        return new Closing(response, answer);
    }

    private ServerResponse response(ClientHttpResponse answer) {
        try {
            return GatewayServerResponse.status(answer.getStatusCode()).build((request, response) -> {
                if (OpenStreams.isStream(answer)) {
                    stream(answer, Standing.of(request, Callers.current()), response.getOutputStream());
                } else {
                    AnswerBody.copy(answer, response);
                }
                return null;
            });
        } catch (IOException e) {
            answer.close();
            throw new UncheckedIOException(e);
        }
    }

    /** However a stream ends, its reader simply comes back. */
    private void stream(ClientHttpResponse answer, BooleanSupplier allowed, OutputStream to) {
        streams.add(answer, allowed);
        try {
            copyResponseBody(answer, answer.getBody(), to);
        } catch (IOException e) {
            LOG.debug("a stream ended", e);
        } finally {
            streams.remove(answer);
        }
    }

    /** Bodies of commands are in memory already; one that comes with a read is not for us to carry. */
    private static byte[] body(HttpServletRequest request) {
        boolean reads = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
        try {
            return reads ? NOTHING : request.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What of an answer is there before its body. */
    private record Head(HttpStatusCode status, HttpHeaders headers) implements Response {

        @Override
        public HttpStatusCode getStatusCode() {
            return status;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }

    /** Gives the connection back however the answer to the caller ends. */
    private record Closing(ServerResponse response, ClientHttpResponse answer) implements ServerResponse {

        @Override
        public HttpStatusCode statusCode() {
            return response.statusCode();
        }

        @Override
        public HttpHeaders headers() {
            return response.headers();
        }

        @Override
        public MultiValueMap<String, Cookie> cookies() {
            return response.cookies();
        }

        @Override
        public @Nullable ModelAndView writeTo(
                HttpServletRequest request, HttpServletResponse servletResponse, Context context)
                throws ServletException, IOException {
            try {
                return response.writeTo(request, servletResponse, context);
            } catch (ServletException e) {
                if (e.getCause() instanceof DomainException known) {
                    throw known;
                }
                throw e;
            } finally {
                OpenStreams.abandon(answer);
            }
        }
    }
}
