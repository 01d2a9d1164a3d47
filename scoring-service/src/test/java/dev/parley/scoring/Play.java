package dev.parley.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.EventMetadata;
import dev.parley.contracts.Role;
import dev.parley.contracts.SessionEvent;
import dev.parley.scoring.Api.Answer;
import dev.parley.testkit.EventProbe;
import dev.parley.testkit.Events;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** An interview in progress: session-service's events on the topic, and everybody's requests. */
public final class Play {

    public final AnInterview interview;

    private final int port;
    private final Events sessionEvents;
    private long counter;

    private final boolean imported;

    private Play(int port, AnInterview interview, boolean imported) {
        this.port = port;
        this.interview = interview;
        this.imported = imported;
        this.sessionEvents = Events.of(
                interview.organization(),
                AggregateKind.SESSION,
                interview.session().value());
    }

    /** A started interview that the service knows of. */
    public static Play started(int port, AnInterview interview) {
        Play play = new Play(port, interview, false);
        play.happens(interview.scheduled(), interview.started());
        play.awaitState("OPEN");
        return play;
    }

    public static Play unplanned(int port, AnInterview interview) {
        return new Play(port, interview, false);
    }

    /** Its events say that they are history. */
    public static Play ofThePast(int port, AnInterview interview) {
        return new Play(port, interview, true);
    }

    public void happens(SessionEvent... events) {
        EventProbe.publish(Arrays.stream(events)
                .map(sessionEvents::next)
                .map(event -> imported ? imported(event) : event)
                .map(Events::record)
                .toList());
    }

    private static Envelope imported(Envelope event) {
        EventMetadata was = event.metadata();
        return new Envelope(
                new EventMetadata(
                        was.id(),
                        was.type(),
                        was.subject(),
                        was.sequence(),
                        was.organizationId(),
                        was.actor(),
                        was.correlationId(),
                        was.causationId(),
                        true,
                        was.time(),
                        was.key()),
                event.event());
    }

    public void completes() {
        happens(interview.completed());
    }

    public Answer awaitState(String state) {
        return await().until(
                        this::evaluation,
                        answer -> state.equals(answer.json().path("state").asString("")));
    }

    public Answer evaluation() {
        return admin().get(path());
    }

    public String path() {
        return "/api/v1/evaluations/" + interview.session();
    }

    public String card() {
        return "/api/v1/scorecards/" + interview.session();
    }

    public Api admin() {
        return Api.user(port, interview.organization(), AnInterview.id(), Role.ADMIN);
    }

    public Api recruiter() {
        return Api.user(port, interview.organization(), AnInterview.id(), Role.RECRUITER);
    }

    public Api member(int index) {
        return Api.user(port, interview.organization(), interview.member(index).value(), Role.INTERVIEWER);
    }

    public Answer rate(int member, int item, String rating, String evidence) {
        String body = String.format(
                Locale.ROOT,
                "{\"rating\":%s,\"evidence\":\"%s\",\"client\":\"tab\",\"counter\":%d}",
                rating,
                evidence,
                ++counter);
        return member(member).put(card() + "/ratings/" + interview.item(item), body);
    }

    public Answer recommend(int member, String recommendation) {
        String body = String.format(
                Locale.ROOT,
                "{\"recommendation\":\"%s\",\"client\":\"tab\",\"counter\":%d}",
                recommendation,
                ++counter);
        return member(member).put(card() + "/recommendation", body);
    }

    /** Writes a whole card: ratings in the order of the plan, a dash where a question was not asked. */
    public void writes(int member, String ratings) {
        List<String> each = List.of(ratings.split(" "));
        for (int item = 0; item < each.size(); item++) {
            String rating = each.get(item).replace("-", "null");
            assertThat(rate(member, item, rating, "seen by " + member).status()).isEqualTo(200);
        }
        assertThat(recommend(member, "YES").status()).isEqualTo(200);
    }

    public Answer submit(int member) {
        return member(member).post(card() + "/submission", "{}");
    }
}
