package dev.parley.platform.web;

import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.DerivedIds;
import dev.parley.platform.aggregate.IdempotencyKey;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.security.Caller;
import dev.parley.platform.security.Callers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers their {@link Caller}, their {@link CommandContext} or their {@link PageRequest}. */
public final class CommandContextResolver implements HandlerMethodArgumentResolver {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

    private final DerivedIds ids;
    private final Clock clock;

    public CommandContextResolver(DerivedIds ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == CommandContext.class || type == Caller.class || type == PageRequest.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        Class<?> type = parameter.getParameterType();
        if (type == PageRequest.class) {
            return page(request);
        }
        Caller caller = Callers.current();
        return type == Caller.class ? caller : context(request, caller);
    }

    private CommandContext context(HttpServletRequest request, Caller caller) {
        String organization =
                caller.organizationId() == null ? "" : caller.organizationId().value();
        String route = request.getMethod() + " " + request.getRequestURI();
        String scope = ids.scope(organization, caller.actor(), route, key(request));
        String fingerprint = Objects.requireNonNullElse((String) request.getAttribute(BodyFilter.FINGERPRINT), "");
        return new CommandContext(
                caller,
                CorrelationFilter.of(request),
                new IdempotencyKey(scope, fingerprint),
                expectedVersion(request),
                clock.instant());
    }

    private static String key(HttpServletRequest request) {
        String header = request.getHeader("Idempotency-Key");
        if (header == null || header.isBlank()) {
            throw new DomainException.Invalid("/Idempotency-Key", "the header Idempotency-Key is required");
        }
        String key = header.length() > 2 && header.startsWith("\"") && header.endsWith("\"")
                ? header.substring(1, header.length() - 1)
                : header;
        if (!KEY.matcher(key).matches()) {
            throw new DomainException.Invalid("/Idempotency-Key", "expected 1 to 200 printable ASCII characters");
        }
        return key;
    }

    private static @Nullable Long expectedVersion(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.IF_MATCH);
        if (header == null) {
            return null;
        }
        var matcher = ETAG.matcher(header.strip());
        if (!matcher.matches()) {
            throw new DomainException.Invalid("/If-Match", "expected one ETag like \"3\"");
        }
        return Long.valueOf(matcher.group(1));
    }

    private static PageRequest page(HttpServletRequest request) {
        String limit = request.getParameter("limit");
        try {
            return new PageRequest(limit == null ? 20 : Integer.parseInt(limit), request.getParameter("cursor"));
        } catch (NumberFormatException e) {
            throw new DomainException.Invalid("/limit", "expected a whole number");
        }
    }
}
