package dev.parley.testkit;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.parley.contracts.Role;
import dev.parley.platform.security.Access;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** A route is under {@code /api/v1/operator/} if and only if it is for OPERATOR, who then is the only one it is for. */
final class KeepOperatorsApart extends ArchCondition<JavaMethod> {

    private static final String PATH = "/api/v1/operator/";

    KeepOperatorsApart() {
        super("be for OPERATOR alone under " + PATH + ", and for others anywhere else");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        Access access = method.getAnnotationOfType(Access.class);
        List<Role> roles = List.of(access.roles());
        boolean alone = roles.equals(List.of(Role.OPERATOR))
                && access.scope().isEmpty()
                && !access.anonymous()
                && !access.person();
        boolean right = isForOperators(method) ? alone : !roles.contains(Role.OPERATOR);
        events.add(new SimpleConditionEvent(method, right, method.getFullName() + " is open to the wrong people"));
    }

    private static boolean isForOperators(JavaMethod method) {
        Method handler = method.reflect();
        return Stream.of(handler, handler.getDeclaringClass())
                .map(place -> AnnotatedElementUtils.getMergedAnnotation(place, RequestMapping.class))
                .filter(Objects::nonNull)
                .flatMap(mapping -> Stream.of(mapping.path()))
                .anyMatch(path -> path.startsWith(PATH));
    }
}
