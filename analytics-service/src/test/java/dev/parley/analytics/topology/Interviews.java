package dev.parley.analytics.topology;

import dev.parley.contracts.ApplicationEvent.ApplicationOpened;
import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.EvaluationEvent.Commitment;
import dev.parley.contracts.EvaluationEvent.DecisionRecorded;
import dev.parley.contracts.EvaluationEvent.EvaluationFrozen;
import dev.parley.contracts.EvaluationEvent.EvaluationOpened;
import dev.parley.contracts.EvaluationEvent.EvaluationRevealed;
import dev.parley.contracts.EvaluationEvent.ItemRating;
import dev.parley.contracts.EvaluationEvent.RevealedCard;
import dev.parley.contracts.EvaluationEvent.ScorecardSubmitted;
import dev.parley.contracts.Plan;
import dev.parley.contracts.Recommendation;
import dev.parley.contracts.SessionEvent.PanelMember;
import dev.parley.contracts.SessionEvent.SessionCompleted;
import dev.parley.contracts.SessionEvent.SessionScheduled;
import dev.parley.contracts.SessionEvent.SessionStarted;
import dev.parley.contracts.Stage;
import dev.parley.contracts.id.ApplicationId;
import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.ItemId;
import dev.parley.contracts.id.KitId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.PositionId;
import dev.parley.contracts.id.QuestionId;
import dev.parley.contracts.id.SessionId;
import dev.parley.contracts.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One interview in Auckland, where Monday evening in UTC is Tuesday. */
public final class Interviews {

    public static final OrganizationId ORGANIZATION = new OrganizationId("00000000-0000-4000-8000-000000000001");
    public static final KitId KIT = new KitId("00000000-0000-4000-8000-000000000002");
    public static final PositionId POSITION = new PositionId("00000000-0000-4000-8000-000000000003");
    public static final SessionId SESSION = new SessionId("00000000-0000-4000-8000-000000000004");
    public static final ApplicationId APPLICATION = new ApplicationId("00000000-0000-4000-8000-000000000005");
    public static final UserId ADA = new UserId("00000000-0000-4000-8000-000000000006");
    public static final QuestionId QUESTION = new QuestionId("00000000-0000-4000-8000-000000000007");
    public static final Instant MONDAY = Instant.parse("2026-03-02T18:00:00.000Z");
    public static final String ZONE = "Pacific/Auckland";

    private static final CandidateId CANDIDATE = new CandidateId("00000000-0000-4000-8000-000000000008");
    private static final ItemId ITEM = new ItemId("00000000-0000-4000-8000-000000000009");

    private Interviews() {}

    public static SessionScheduled scheduled(SessionId session) {
        var plan = new Plan(KIT, 1, "Backend", 1, 45, List.of());
        return new SessionScheduled(
                session,
                APPLICATION,
                CANDIDATE,
                POSITION,
                List.of(new PanelMember(ADA, true)),
                plan,
                MONDAY,
                ZONE,
                MONDAY.minus(Duration.ofDays(7)));
    }

    public static SessionStarted started(SessionId session) {
        return new SessionStarted(session, MONDAY);
    }

    public static SessionCompleted completed(SessionId session) {
        return new SessionCompleted(session, List.of(ADA), MONDAY, MONDAY.plus(Duration.ofMinutes(45)));
    }

    public static EvaluationOpened opened(SessionId session) {
        return new EvaluationOpened(session, MONDAY.minus(Duration.ofDays(7)));
    }

    public static ScorecardSubmitted submitted(SessionId session) {
        return new ScorecardSubmitted(session, ADA, Commitment.sha256("digest"), MONDAY.plus(Duration.ofMinutes(50)));
    }

    public static EvaluationFrozen frozen(SessionId session) {
        return new EvaluationFrozen(session, List.of(ADA), MONDAY.plus(Duration.ofMinutes(46)));
    }

    public static EvaluationRevealed revealed(SessionId session, @Nullable Integer rating) {
        var card = new RevealedCard(
                ADA, Recommendation.YES, List.of(new ItemRating(ITEM, QUESTION, rating)), "s", "d", MONDAY);
        Integer score = rating == null ? null : rating * 1000;
        return new EvaluationRevealed(session, List.of(card), score, MONDAY.plus(Duration.ofMinutes(50)));
    }

    /** Decided so long after the end of the interview. */
    public static DecisionRecorded decided(SessionId session, int number, DecisionOutcome outcome, Duration after) {
        return new DecisionRecorded(
                session,
                number,
                outcome,
                ADA,
                MONDAY.plus(Duration.ofMinutes(45)).plus(after));
    }

    public static ApplicationOpened applied(ApplicationId application) {
        return new ApplicationOpened(application, CANDIDATE, POSITION, ZONE, Stage.APPLIED, MONDAY);
    }
}
