package dev.parley.launcher.play;

import dev.parley.launcher.client.ParleyClient;
import dev.parley.launcher.play.Cast.Member;
import dev.parley.launcher.play.Setup.Account;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Fills a fresh installation through the public API: a demo organization with people, the shipped packs, eight weeks of
 * past interviews, and two played now. Every step can be repeated, so an interrupted filling is finished the next time.
 */
public final class Sample {
    private static final List<String> INTERVIEWERS = List.of(
            "Noor Visser",
            "Tomasz Lis",
            "Wanjiru Kamau",
            "Pia Holm",
            "Rafael Ortiz",
            "Mei Tan",
            "Sven Dahl",
            "Leila Aziz");

    private final ParleyClient anonymous;
    private final DemoAccounts accounts;
    private final Setup setup;
    private final Consumer<String> say;

    public Sample(ParleyClient anonymous, DemoAccounts accounts, Consumer<String> say) {
        this.anonymous = anonymous;
        this.accounts = accounts;
        this.setup = new Setup(anonymous, "sample");
        this.say = say;
    }

    /** Gives an API key of the demo organization. */
    public String fill(String setupToken, List<String> packs, Instant now) {
        Account admin = accounts.account("admin", "Ada Demo");
        if (setup.isOpen()) {
            setup.found(setupToken, "Demo", admin, accounts.operator());
        }
        ParleyClient signedIn = anonymous.signedIn(admin.email(), admin.password());
        String key = setup.apiKey(signedIn, "demo");
        ParleyClient organizer = anonymous.withApiKey(key);
        Account recruiter = accounts.account("recruiter", "Rita Demo");
        String recruiterId = setup.user(signedIn, recruiter, "RECRUITER");
        List<Member> people = people(signedIn);
        say.accept("Sample: %d people added.".formatted(people.size() + 2));
        List<JsonNode> plans = plans(organizer, packs);
        say.accept("Sample: %d kits imported.".formatted(plans.size()));
        List<String> ids = people.stream().map(Member::userId).toList();
        JsonNode job = history(organizer, new SampleHistory(ids, recruiterId, plans, now));
        say.accept("Sample: %d past interviews brought in, %d refused."
                .formatted(
                        job.path("succeeded").asInt() + job.path("unchanged").asInt(),
                        job.path("failed").asInt()));
        ParleyClient decider = anonymous.signedIn(recruiter.email(), recruiter.password());
        for (int live = 0; live < 2; live++) {
            playLive(new Cast(organizer, decider, people.subList(live * 3, live * 3 + 3)), plans, live, now);
        }
        say.accept("Sample: two interviews played just now.");
        return key;
    }

    private List<Member> people(ParleyClient admin) {
        List<Member> people = new ArrayList<>();
        for (int i = 0; i < INTERVIEWERS.size(); i++) {
            Account account = accounts.account("interviewer-" + (i + 1), INTERVIEWERS.get(i));
            String id = setup.user(admin, account, "INTERVIEWER");
            people.add(new Member(id, anonymous.signedIn(account.email(), account.password())));
        }
        return people;
    }

    private List<JsonNode> plans(ParleyClient organizer, List<String> packs) {
        List<JsonNode> plans = new ArrayList<>();
        for (String pack : packs) {
            for (JsonNode kit : setup.pack(organizer, pack).path("result").path("kits")) {
                JsonNode found = organizer.get("/api/v1/kits/" + kit.path("id").asString());
                plans.add(found.path("published").path("plan"));
            }
        }
        return plans;
    }

    private JsonNode history(ParleyClient organizer, SampleHistory history) {
        return Setup.job(organizer, organizer.post("/api/v1/history-imports", history.request()));
    }

    private void playLive(Cast cast, List<JsonNode> plans, int number, Instant now) {
        String name = List.of("Yusuf Demir", "Hanna Virtanen").get(number);
        String soon = now.plus(number, ChronoUnit.HOURS)
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
        String kit = plans.get(number % plans.size()).path("kitId").asString();
        var script = new Script(
                number + 3,
                kit,
                "",
                "Staff engineer",
                name,
                "live-%d@candidates.example".formatted(number),
                soon,
                "ADVANCE");
        new Interview(cast, script, _ -> {}).play();
    }
}
