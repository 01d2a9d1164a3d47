package dev.parley.gateway;

import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.UserId;
import dev.parley.gateway.Visitor.Answer;
import dev.parley.gateway.accounts.AccountId;
import dev.parley.gateway.accounts.Accounts;
import dev.parley.gateway.accounts.Person;
import dev.parley.gateway.organizations.OrganizationService;
import dev.parley.gateway.organizations.UserService;
import dev.parley.platform.aggregate.Origin;
import dev.parley.testkit.ServiceIT;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole gateway on real engines, with one test service behind every route, and an organization set up. */
@ServiceIT
public abstract class GatewayIT {

    protected static final String PASSWORD = "correct horse battery";
    protected static final String SETUP_TOKEN = "one-time";
    protected static final TestService SERVICE = new TestService();

    @LocalServerPort
    protected int port;

    @Autowired
    private OrganizationService organizations;

    @Autowired
    private Accounts accounts;

    @Autowired
    private UserService users;

    @Autowired
    private Clock clock;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        for (String service : Set.of("QUESTION", "SESSION", "SCORING", "ANALYTICS")) {
            registry.add("PARLEY_" + service + "_URI", SERVICE::uri);
        }
        registry.add("PARLEY_SETUP_TOKEN", () -> SETUP_TOKEN);
        registry.add("parley.routes.patience", () -> "8s");
    }

    @BeforeEach
    void connect() {
        SERVICE.believe(port);
    }

    protected Visitor stranger() {
        return Visitor.stranger(port);
    }

    /** The first admin; sets the installation up when nobody has. */
    protected Visitor admin() {
        if (stranger().get("/api/v1/setup").json().path("open").asBoolean()) {
            stranger().post("/api/v1/setup", setup("admin@acme.test"));
        }
        return stranger().signIn("admin@acme.test", PASSWORD);
    }

    protected static Map<String, Object> setup(String adminEmail) {
        return Map.of(
                "token",
                SETUP_TOKEN,
                "organization",
                "Acme",
                "admin",
                person(adminEmail, "Ada Admin"),
                "operator",
                person("operator@acme.test", "Otto Operator"));
    }

    protected static Map<String, Object> person(String email, String name) {
        return Map.of("email", email, "displayName", name, "password", PASSWORD);
    }

    /** A new person of the first organization, signed in. */
    protected Visitor member(String email, Role... roles) {
        Answer added = admin().post("/api/v1/users", newUser(email, roles));
        if (added.status() != 201) {
            throw new AssertionError(added.raw().body());
        }
        return stranger().signIn(email, PASSWORD);
    }

    protected static Map<String, Object> newUser(String email, Role... roles) {
        return Map.of("email", email, "displayName", "Some Body", "password", PASSWORD, "roles", Set.of(roles));
    }

    /** Another tenant, with an admin of its own. */
    protected OrganizationId foreignOrganization(String adminEmail) {
        var organization = new OrganizationId(UUID.randomUUID().toString());
        Origin origin = new Origin(organization, "system", "test-set-up", null, false, clock.instant());
        organizations.ensure(origin, "Foreign");
        var person = new Person(adminEmail, "Fred Foreign", PASSWORD);
        AccountId account = accounts.idFor(adminEmail);
        var user = new UserId(UUID.randomUUID().toString());
        accounts.open(origin, account, person, user, false, "test-set-up");
        users.ensure(origin, user, account, person, Set.of(Role.ADMIN));
        return organization;
    }

    /** Makes somebody of the first organization also a member of another. */
    protected void alsoMember(String email, OrganizationId organization, Role role) {
        Origin origin = new Origin(organization, "system", "test-set-up", null, false, clock.instant());
        users.ensure(
                origin,
                new UserId(UUID.randomUUID().toString()),
                accounts.idFor(email),
                new Person(email, "Some Body", PASSWORD),
                Set.of(role));
    }

    /** An API key of the first organization. */
    protected Visitor integrator(String... scopes) {
        String key = admin().post("/api/v1/api-keys", Map.of("name", "test", "scopes", Set.of(scopes)))
                .text("key");
        return stranger().with("Authorization", "Bearer " + key);
    }
}
