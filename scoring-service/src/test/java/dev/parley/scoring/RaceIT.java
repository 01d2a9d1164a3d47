package dev.parley.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Envelope;
import dev.parley.contracts.EvaluationEvent.EvaluationRevealed;
import dev.parley.contracts.Topic;
import dev.parley.testkit.EventProbe;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever comes last at the same instant as somebody else: there is one reveal. */
@ScoringServiceTest
class RaceIT {

    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    @LocalServerPort
    private int port;

    @RepeatedTest(5)
    void twoLastSubmissionsRevealOnce() {
        Play play = Play.started(port, AnInterview.withPanelOf(2));
        play.writes(0, "4 3 2");
        play.writes(1, "2 3 4");
        play.completes();
        play.awaitState("FROZEN");

        assertThat(atOnce(() -> play.submit(0).status(), () -> play.submit(1).status()))
                .containsExactly(200, 200);

        assertThat(play.evaluation().json().path("cards")).hasSize(2);
        assertThat(reveals(play.interview, 5)).isEqualTo(1);
    }

    @RepeatedTest(5)
    void freezeAndLastSubmissionsRevealOnce() {
        Play play = Play.started(port, AnInterview.withPanelOf(2));
        play.writes(0, "4 3 2");
        play.writes(1, "2 3 4");

        atOnce(() -> play.submit(0).status(), () -> play.submit(1).status(), () -> {
            play.completes();
            return 0;
        });

        assertThat(play.awaitState("REVEALED").json().path("cards")).hasSize(2);
        assertThat(reveals(play.interview, 5)).isEqualTo(1);
    }

    @RepeatedTest(5)
    void excusalAndSubmissionOfTheSameMemberRevealOnce() {
        Play play = Play.started(port, AnInterview.withPanelOf(2));
        play.writes(0, "4 3 2");
        play.writes(1, "2 3 4");
        play.submit(0);
        play.completes();
        String seen = play.awaitState("FROZEN").etag();
        String excusal = "{\"interviewerId\":\"" + play.interview.member(1) + "\",\"reason\":\"ill\"}";

        List<Integer> answers = atOnce(
                () -> play.submit(1).status(),
                () -> play.recruiter()
                        .post(play.path() + "/excusals", excusal, "If-Match", seen)
                        .status());

        assertThat(answers).containsAnyOf(200).containsAnyOf(409, 412);
        assertThat(play.evaluation().json().path("cards")).hasSize(answers.getFirst() == 200 ? 2 : 1);
        assertThat(reveals(play.interview, 5)).isEqualTo(1);
    }

    private static long reveals(AnInterview interview, int events) {
        try (var probe = new EventProbe(Topic.SCORING)) {
            return Story.of(interview, events, probe).stream()
                    .map(Envelope::event)
                    .filter(EvaluationRevealed.class::isInstance)
                    .count();
        }
    }

    @SafeVarargs
    private static List<Integer> atOnce(Supplier<Integer>... requests) {
        var barrier = new CyclicBarrier(requests.length);
        var running = Arrays.stream(requests)
                .map(request -> CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                barrier.await();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                            return request.get();
                        },
                        THREADS))
                .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }
}
