package dev.parley.gateway.limits;

import dev.parley.platform.error.DomainException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Refuses what is too much, and always says how much is left. */
public final class LimitFilter extends OncePerRequestFilter {

    private final Limits limits;
    private final HandlerExceptionResolver problems;

    public LimitFilter(Limits limits, HandlerExceptionResolver problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Bucket> bucket = limits.take(request);
        bucket.ifPresent(one -> tell(one, response));
        if (bucket.isEmpty() || bucket.get().allowed()) {
            chain.doFilter(request, response);
            return;
        }
        var refusal = new DomainException.TooMany(
                "At most " + bucket.get().limit().quota() + " requests in "
                        + bucket.get().limit().window().toSeconds() + " seconds.",
                bucket.get().untilNext());
        problems.resolveException(request, response, null, refusal);
    }

    private static void tell(Bucket bucket, HttpServletResponse response) {
        int quota = bucket.limit().quota();
        long window = bucket.limit().window().toSeconds();
        response.setHeader("RateLimit-Policy", "\"default\";q=" + quota + ";w=" + window);
        response.setHeader("RateLimit", "\"default\";r=" + bucket.remaining() + ";t=" + bucket.resetSeconds());
        response.setHeader("X-RateLimit-Limit", Integer.toString(quota));
        response.setHeader("X-RateLimit-Remaining", Long.toString(bucket.remaining()));
        response.setHeader("X-RateLimit-Reset", Long.toString(bucket.resetSeconds()));
    }
}
