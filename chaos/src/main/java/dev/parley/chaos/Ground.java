package dev.parley.chaos;

import dev.parley.launcher.client.ParleyClient;
import dev.parley.launcher.play.Cast;
import dev.parley.launcher.play.Cast.Member;
import dev.parley.launcher.play.Setup;
import dev.parley.launcher.play.Setup.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run is played on in one organization: a kit, and troupes of people who never meet.
 *
 * @param key may read everything of the organization
 * @param narrowKey may read the catalog and nothing else
 */
record Ground(String organization, String key, String narrowKey, String kit, List<Cast> casts) {
    private static final String RUN = "chaos";

    /** Sets the installation up and founds two organizations, through whatever the client stands behind. */
    static List<Ground> founded(ParleyClient anonymous, String setupToken, int troupesEach) {
        Account admin = account("admin", "one");
        Account operator = account("operator", "one");
        new Setup(anonymous, RUN).found(setupToken, "Chaos one", admin, operator);
        Account second = account("admin", "two");
        invited(anonymous, anonymous.signedIn(operator.email(), operator.password()), second);
        return List.of(laid(anonymous, admin, "one", troupesEach), laid(anonymous, second, "two", troupesEach));
    }

    /** The operator opens an organization, and its first admin follows the link. */
    private static void invited(ParleyClient anonymous, ParleyClient operator, Account admin) {
        ObjectNode opening =
                JsonMapper.shared().createObjectNode().put("name", "Chaos two").put("adminEmail", admin.email());
        String link = operator.post("/api/v1/operator/organizations", opening)
                .body()
                .path("link")
                .asString();
        ObjectNode acceptance = JsonMapper.shared()
                .createObjectNode()
                .put("token", link.substring(link.indexOf('#') + 1))
                .put("displayName", admin.displayName())
                .put("password", admin.password());
        anonymous.post("/api/v1/invitations/acceptance", acceptance);
    }

    private static Ground laid(ParleyClient anonymous, Account admin, String company, int troupes) {
        // the recorder knows commands by their keys alone
        var setup = new Setup(anonymous, RUN + "-" + company);
        ParleyClient person = anonymous.signedIn(admin.email(), admin.password());
        String key = setup.apiKey(person, "checker");
        ParleyClient holder = anonymous.withApiKey(key);
        String kit = setup.pack(holder, pack())
                .path("result")
                .path("kits")
                .path(0)
                .path("id")
                .asString();
        List<Cast> casts = new ArrayList<>();
        for (int troupe = 1; troupe <= troupes; troupe++) {
            casts.add(cast(anonymous, setup, holder, "%s-%d".formatted(company, troupe)));
        }
        String organization = holder.get("/api/v1/me").path("organizationId").asString();
        return new Ground(organization, key, narrow(person), kit, List.copyOf(casts));
    }

    /** Somebody with every right in this organization. */
    ParleyClient organizer() {
        return casts.getFirst().organizer();
    }

    private static Cast cast(ParleyClient anonymous, Setup setup, ParleyClient organizer, String troupe) {
        List<Member> panel = new ArrayList<>();
        for (String name : List.of("first", "second")) {
            Account interviewer = account(name, troupe);
            String id = setup.user(organizer, interviewer, "INTERVIEWER");
            panel.add(new Member(id, anonymous.signedIn(interviewer.email(), interviewer.password())));
        }
        Account recruiter = account("recruiter", troupe);
        setup.user(organizer, recruiter, "RECRUITER");
        return new Cast(organizer, anonymous.signedIn(recruiter.email(), recruiter.password()), panel);
    }

    private static String narrow(ParleyClient admin) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("name", "catalog only");
        body.putArray("scopes").add("catalog:read");
        return admin.post("/api/v1/api-keys", body).body().path("key").asString();
    }

    private static Account account(String name, String of) {
        return new Account(
                "%s-%s@chaos.example".formatted(name, of), name, UUID.randomUUID() + "-" + UUID.randomUUID());
    }

    /** The smoke check's pack with a kit of one question, since here it is not the questions that count. */
    private static String pack() {
        try (var in = Objects.requireNonNull(Setup.class.getResourceAsStream("smoke.pack.json"))) {
            var pack = (ObjectNode) JsonMapper.shared().readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            var items = (ArrayNode)
                    pack.path("kits").path(0).path("sections").path(0).path("items");
            while (items.size() > 1) {
                items.remove(1);
            }
            ((ObjectNode) items.path(0)).put("weight", 100);
            return pack.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
