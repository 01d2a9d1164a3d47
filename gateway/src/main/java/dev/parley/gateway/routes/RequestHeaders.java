package dev.parley.gateway.routes;

import dev.parley.gateway.tokens.InternalTokens;
import dev.parley.platform.security.Callers;
import dev.parley.platform.web.CorrelationFilter;
import java.util.List;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/** What goes along to a service: a few headers of the caller, and what the gateway itself says. Nothing else. */
@Component
class RequestHeaders implements RequestHttpHeadersFilter, Ordered {

    private static final List<String> PASSED = List.of(
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_LANGUAGE,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.USER_AGENT,
            "Idempotency-Key",
            "Last-Event-ID");

    private final InternalTokens tokens;

    RequestHeaders(InternalTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public HttpHeaders apply(HttpHeaders given, ServerRequest request) {
        HttpHeaders passed = new HttpHeaders();
        PASSED.forEach(name -> given.getOrEmpty(name).forEach(value -> passed.add(name, value)));
        passed.setBearerAuth(tokens.of(Callers.current()).value());
        passed.set(CorrelationFilter.HEADER, CorrelationFilter.of(request.servletRequest()));
        return passed;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
