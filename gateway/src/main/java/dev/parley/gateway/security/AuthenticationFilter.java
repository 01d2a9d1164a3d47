package dev.parley.gateway.security;

import com.mongodb.MongoException;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.security.CallerAuthentication;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Puts the caller into the security context; who cannot be recognized stays anonymous. */
final class AuthenticationFilter extends OncePerRequestFilter {

    private final Credentials credentials;
    private final HandlerExceptionResolver problems;
    private final RequestMatcher withoutCaller;

    AuthenticationFilter(Credentials credentials, HandlerExceptionResolver problems, RequestMatcher withoutCaller) {
        this.credentials = credentials;
        this.problems = problems;
        this.withoutCaller = withoutCaller;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            SameSite.checkOrigin(request);
            if (!withoutCaller.matches(request)) {
                credentials
                        .of(request)
                        .map(CallerAuthentication::new)
                        .map(SecurityContextImpl::new)
                        .ifPresent(SecurityContextHolder::setContext);
            }
        } catch (DomainException | DataAccessException | MongoException e) {
            problems.resolveException(request, response, null, e);
            return;
        }
        chain.doFilter(request, response);
    }
}
