package dev.parley.platform.web;

import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.error.FieldError;
import dev.parley.platform.security.Caller;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses query parameters no handler looks at: a filter with a typing error must not show everything. */
final class KnownParameters implements HandlerInterceptor {

    /** The way in looks at it on every read, for readers that cannot set headers. */
    private static final String ORGANIZATION = "organization";

    private static final Set<String> READS = Set.of("GET", "HEAD");

    private static final Set<Class<?>> NOT_FROM_THE_QUERY = Set.of(Caller.class, CommandContext.class);
    private static final Set<Class<?>> ELSEWHERE = Set.of(PathVariable.class, RequestBody.class, RequestHeader.class);

    private final Map<Method, Optional<Set<String>>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith("dev.parley.")) {
            known.computeIfAbsent(method.getMethod(), _ -> named(method)).ifPresent(names -> check(request, names));
        }
        return true;
    }

    private static void check(HttpServletRequest request, Set<String> names) {
        List<FieldError> unknown = request.getParameterMap().keySet().stream()
                .filter(name -> !names.contains(name) && !isOrganization(name, request))
                .sorted()
                .map(name -> new FieldError("/" + name, expected(names)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new DomainException.Invalid(unknown);
        }
    }

    private static boolean isOrganization(String name, HttpServletRequest request) {
        return ORGANIZATION.equals(name) && READS.contains(request.getMethod());
    }

    private static String expected(Set<String> names) {
        return "this parameter is not known here; "
                + (names.isEmpty() ? "there is none" : "known are " + String.join(", ", new TreeSet<>(names)));
    }

    /** Empty for a handler that reads the request by itself. */
    private static Optional<Set<String>> named(HandlerMethod handler) {
        MethodParameter[] parameters = handler.getMethodParameters();
        return Arrays.stream(parameters).anyMatch(KnownParameters::takesAll)
                ? Optional.empty()
                : Optional.of(Arrays.stream(parameters)
                        .flatMap(KnownParameters::names)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static boolean takesAll(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return ServletRequest.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    }

    private static Stream<String> names(MethodParameter parameter) {
        RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
        if (named != null) {
            return Stream.of(named.name().isEmpty() ? parameter.getParameter().getName() : named.name());
        }
        Class<?> type = parameter.getParameterType();
        boolean fromQuery = type == PageRequest.class || isForm(parameter);
        return fromQuery ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName) : Stream.empty();
    }

    /** What Spring fills from the query by the names of its components. */
    private static boolean isForm(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type.isRecord()
                && !NOT_FROM_THE_QUERY.contains(type)
                && Arrays.stream(parameter.getParameterAnnotations())
                        .noneMatch(one -> ELSEWHERE.contains(one.annotationType()));
    }
}
