package dev.parley.scoring.scorecards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.aggregate.Origin;
import dev.parley.scoring.AnInterview;
import dev.parley.scoring.Play;
import dev.parley.scoring.ScoringServiceTest;
import java.time.Instant;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Between sealing a card and handing it in. */
@ScoringServiceTest
class SealingIT {

    @LocalServerPort
    private int port;

    @Autowired
    private AggregateStore<Scorecard> drafts;

    @Autowired
    private MongoTemplate mongo;

    @Test
    void crashAfterSealingIsFinishedByTheNextSubmission() {
        Play play = Play.started(port, AnInterview.withPanelOf(1));
        play.writes(0, "4 3 2");
        play.completes();
        play.awaitState("FROZEN");
        Instant sealedAt = AnInterview.COMPLETED.plusSeconds(5);
        var origin = new Origin(play.interview.organization(), "system", "correlation", null, false, sealedAt);
        String id = Scorecard.idOf(play.interview.session(), play.interview.member(0));
        drafts.carryOut(origin, id, card -> {
            Scorecard sealed = Objects.requireNonNull(card).seal(play.interview.plan(), sealedAt);
            return Change.privately(_ -> sealed);
        });

        assertThat(play.rate(0, 0, "1", "").status()).isEqualTo(409);
        assertThat(play.submit(0).status()).isEqualTo(200);

        assertThat(play.evaluation().json().at("/cards/0/submittedAt").asString())
                .isEqualTo("2026-03-02T11:00:05.000Z");
    }

    @Test
    void textAboutTheCandidateIsNowhereStoredInTheClear() {
        Play play = Play.started(port, AnInterview.withPanelOf(1));
        play.rate(0, 0, "4", "marvellous answer");
        play.rate(0, 1, "4", "marvellous answer");
        play.rate(0, 2, "4", "marvellous answer");
        play.recommend(0, "YES");
        play.submit(0);
        play.completes();
        String seen = play.awaitState("REVEALED").etag();
        play.recruiter().post(play.path() + "/decisions", """
                {"outcome":"HOLD","rationale":"marvellous answer"}""", "If-Match", seen);

        assertThat(play.evaluation().body()).contains("marvellous");
        for (String collection : mongo.getCollectionNames()) {
            assertThat(mongo.findAll(Document.class, collection))
                    .as(collection)
                    .allSatisfy(document -> assertThat(document.toJson()).doesNotContain("marvellous"));
        }
    }
}
