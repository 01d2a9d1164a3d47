package dev.parley.platform.security;

import dev.parley.platform.error.DomainException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request through to a handler only as its {@link Access} says; a handler that says nothing is closed. */
public final class AccessInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method)) {
            check(method.getMethodAnnotation(Access.class));
        }
        return true;
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("dev.parley.");
    }

    private static void check(@Nullable Access access) {
        if (access == null) {
            throw new DomainException.Forbidden("This route is closed.");
        }
        if (!access.anonymous() && !allows(access, Callers.current())) {
            throw new DomainException.Forbidden("This needs " + needs(access) + ".");
        }
    }

    private static boolean allows(Access access, Caller caller) {
        return caller.type() == PrincipalType.USER
                ? access.person() || Arrays.stream(access.roles()).anyMatch(caller::has)
                : !access.scope().isEmpty() && caller.scopes().contains(access.scope());
    }

    private static String needs(Access access) {
        if (access.person()) {
            return "a person who is signed in";
        }
        String roles = Arrays.stream(access.roles())
                .map(Enum::name)
                .reduce((a, b) -> a + " or " + b)
                .map(names -> "role " + names)
                .orElse("an API key");
        return access.scope().isEmpty() ? roles : roles + ", or an API key with scope " + access.scope();
    }
}
