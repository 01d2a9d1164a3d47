package dev.parley.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request its correlation id: the caller's, if it is a decent one, else a new one; logged and echoed. */
public final class CorrelationFilter extends OncePerRequestFilter {

    public static final String HEADER = "X-Correlation-ID";
    static final String KEY = "correlationId";
    private static final Pattern DECENT = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    /** The correlation id of a request that passed this filter. */
    public static String of(HttpServletRequest request) {
        return Objects.requireNonNullElse((String) request.getAttribute(KEY), "none");
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    // what the container refuses by itself passes here only on its way to the error page
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var _ = MDC.putCloseable(KEY, mark(request, response))) {
            chain.doFilter(request, response);
        }
    }

    /** Settles the request's id, and says it in the answer. */
    static String mark(HttpServletRequest request, HttpServletResponse response) {
        String given = request.getHeader(HEADER);
        String id = request.getAttribute(KEY) instanceof String known
                ? known
                : given != null && DECENT.matcher(given).matches()
                        ? given
                        : UUID.randomUUID().toString();
        request.setAttribute(KEY, id);
        response.setHeader(HEADER, id);
        return id;
    }
}
