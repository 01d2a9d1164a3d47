package dev.parley.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.error.DomainException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.method.HandlerMethod;

class AccessInterceptorTests {

    private static final OrganizationId ORGANIZATION = new OrganizationId("00000000-0000-4000-8000-000000000012");

    private final AccessInterceptor interceptor = new AccessInterceptor();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    static class Routes {

        public void forgotten() {}

        @Access
        public void emptied() {}

        @Access(
                roles = {Role.ADMIN, Role.RECRUITER},
                scope = "things:write")
        public void write() {}

        @Access(roles = Role.INTERVIEWER)
        public void peopleOnly() {}

        @Access(scope = "things:import")
        public void machinesOnly() {}

        @Access(person = true)
        public void anyPerson() {}

        @Access(anonymous = true)
        public void open() {}
    }

    @Test
    void routeThatSaysNothingIsClosedToEverybody() {
        refused(
                user(Role.ADMIN, Role.RECRUITER, Role.INTERVIEWER, Role.OPERATOR),
                "forgotten",
                "This route is closed.");
        refused(apiKey(""), "emptied", "This needs an API key.");
        refused(user(Role.ADMIN), "emptied", "This needs an API key.");
    }

    @Test
    void personNeedsOneOfTheRoles() {
        allowed(user(Role.ADMIN), "write");
        allowed(user(Role.RECRUITER, Role.INTERVIEWER), "write");
        refused(
                user(Role.INTERVIEWER, Role.OPERATOR),
                "write",
                "This needs role ADMIN or RECRUITER, or an API key with scope things:write.");
        refused(user(), "peopleOnly", "This needs role INTERVIEWER.");
    }

    @Test
    void keyAndServiceNeedTheScope() {
        allowed(apiKey("things:write", "other"), "write");
        allowed(service("things:write"), "write");
        refused(
                apiKey("things:read"),
                "write",
                "This needs role ADMIN or RECRUITER, or an API key with scope things:write.");
        refused(apiKey("things:write"), "peopleOnly", "This needs role INTERVIEWER.");
    }

    @Test
    void whatIsAboutAPersonIsOpenToEveryPersonAndToNothingElse() {
        allowed(user(), "anyPerson");
        allowed(user(Role.OPERATOR), "anyPerson");
        refused(apiKey("things:write"), "anyPerson", "This needs a person who is signed in.");
        refused(service("things:write"), "anyPerson", "This needs a person who is signed in.");
    }

    @Test
    void rolesAndScopesAreNotInterchangeable() {
        var personWithScope = new Caller("p", PrincipalType.USER, Set.of(), Set.of("things:import"), ORGANIZATION, "");
        var keyWithRole = new Caller("k", PrincipalType.API_KEY, Set.of(Role.INTERVIEWER), Set.of(), ORGANIZATION, "");

        refused(
                authentication(personWithScope),
                "machinesOnly",
                "This needs an API key, or an API key with scope things:import.");
        refused(authentication(keyWithRole), "peopleOnly", "This needs role INTERVIEWER.");
    }

    @Test
    void strangerPassesOnlyWhereItIsOpen() {
        var stranger = new AnonymousAuthenticationToken("key", "nobody", AuthorityUtils.createAuthorityList("NONE"));

        allowed(stranger, "open");
        SecurityContextHolder.setContext(new SecurityContextImpl(stranger));
        assertThatThrownBy(() -> call("write")).isInstanceOf(DomainException.Unauthenticated.class);
        SecurityContextHolder.clearContext();
        assertThatThrownBy(() -> call("write")).isInstanceOf(DomainException.Unauthenticated.class);
    }

    @Test
    void handlersOfLibrariesHaveGuardsOfTheirOwn() throws Exception {
        var foreign = new HandlerMethod("a library's handler", String.class.getMethod("length"));

        assertThat(interceptor.preHandle(new MockHttpServletRequest(), new MockHttpServletResponse(), foreign))
                .isTrue();
    }

    private void allowed(Authentication caller, String route) {
        SecurityContextHolder.setContext(new SecurityContextImpl(caller));
        assertThat(call(route)).isTrue();
    }

    private void refused(Authentication caller, String route, String why) {
        SecurityContextHolder.setContext(new SecurityContextImpl(caller));
        assertThatThrownBy(() -> call(route))
                .isInstanceOf(DomainException.Forbidden.class)
                .hasMessage(why);
    }

    private boolean call(String route) {
        try {
            var handler = new HandlerMethod(new Routes(), Routes.class.getDeclaredMethod(route));
            return interceptor.preHandle(new MockHttpServletRequest(), new MockHttpServletResponse(), handler);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Authentication user(Role... roles) {
        return authentication(new Caller("p", PrincipalType.USER, Set.of(roles), Set.of(), ORGANIZATION, ""));
    }

    private static Authentication apiKey(String... scopes) {
        return authentication(new Caller("k", PrincipalType.API_KEY, Set.of(), Set.of(scopes), ORGANIZATION, ""));
    }

    private static Authentication service(String... scopes) {
        return authentication(new Caller("s", PrincipalType.SERVICE, Set.of(), Set.of(scopes), ORGANIZATION, ""));
    }

    private static Authentication authentication(Caller caller) {
        return new CallerAuthentication(caller);
    }
}
