package dev.parley.contracts;

import dev.parley.contracts.ApplicationEvent.ApplicationClosed;
import dev.parley.contracts.ApplicationEvent.ApplicationMoved;
import dev.parley.contracts.ApplicationEvent.ApplicationOpened;
import dev.parley.contracts.CandidateEvent.CandidateRegistered;
import dev.parley.contracts.CandidateEvent.CandidateUpdated;
import dev.parley.contracts.EvaluationEvent.Commitment;
import dev.parley.contracts.EvaluationEvent.DecisionRecorded;
import dev.parley.contracts.EvaluationEvent.EvaluationFrozen;
import dev.parley.contracts.EvaluationEvent.EvaluationOpened;
import dev.parley.contracts.EvaluationEvent.EvaluationRevealed;
import dev.parley.contracts.EvaluationEvent.ItemRating;
import dev.parley.contracts.EvaluationEvent.PanelMemberExcused;
import dev.parley.contracts.EvaluationEvent.RevealedCard;
import dev.parley.contracts.EvaluationEvent.ScorecardSubmitted;
import dev.parley.contracts.FormerEvent.ScorecardSubmittedV1;
import dev.parley.contracts.IdentityEvent.OrganizationCreated;
import dev.parley.contracts.IdentityEvent.UserAdded;
import dev.parley.contracts.IdentityEvent.UserDeactivated;
import dev.parley.contracts.IdentityEvent.UserRolesChanged;
import dev.parley.contracts.KitEvent.KitArchived;
import dev.parley.contracts.KitEvent.KitPublished;
import dev.parley.contracts.PackEvent.PackImported;
import dev.parley.contracts.PositionEvent.PositionClosed;
import dev.parley.contracts.PositionEvent.PositionOpened;
import dev.parley.contracts.QuestionEvent.QuestionArchived;
import dev.parley.contracts.QuestionEvent.QuestionPublished;
import dev.parley.contracts.SessionEvent.PanelMember;
import dev.parley.contracts.SessionEvent.SessionCancelled;
import dev.parley.contracts.SessionEvent.SessionCompleted;
import dev.parley.contracts.SessionEvent.SessionDecided;
import dev.parley.contracts.SessionEvent.SessionNoShow;
import dev.parley.contracts.SessionEvent.SessionPaused;
import dev.parley.contracts.SessionEvent.SessionRescheduled;
import dev.parley.contracts.SessionEvent.SessionResumed;
import dev.parley.contracts.SessionEvent.SessionScheduled;
import dev.parley.contracts.SessionEvent.SessionStarted;
import dev.parley.contracts.id.ApplicationId;
import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.ItemId;
import dev.parley.contracts.id.KitId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.PackId;
import dev.parley.contracts.id.PositionId;
import dev.parley.contracts.id.QuestionId;
import dev.parley.contracts.id.SessionId;
import dev.parley.contracts.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One event of each type, told as one story. */
final class Examples {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00.120Z");
    private static final Instant PLANNED = Instant.parse("2026-03-09T13:00:00.000Z");

    private static final String SALT = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private static final String DIGEST = "9b2c1f0e7d6a5b4c3f2e1d0c9b8a7f6e5d4c3b2a1f0e9d8c7b6a5f4e3d2c1b0a";

    private static final QuestionId QUESTION = new QuestionId(id(1));
    private static final KitId KIT = new KitId(id(2));
    private static final PackId PACK = new PackId(id(3));
    private static final ItemId ITEM = new ItemId(id(4));
    private static final ItemId OTHER_ITEM = new ItemId(id(5));
    private static final CandidateId CANDIDATE = new CandidateId(id(6));
    private static final PositionId POSITION = new PositionId(id(7));
    private static final ApplicationId APPLICATION = new ApplicationId(id(8));
    private static final SessionId SESSION = new SessionId(id(9));
    private static final UserId LEAD = new UserId(id(10));
    private static final UserId SECOND = new UserId(id(11));
    private static final OrganizationId ORGANIZATION = new OrganizationId(id(12));

    private Examples() {}

    static Stream<DomainEvent> all() {
        return Stream.of(catalog(), hiring(), interview(), evaluation(), identity())
                .flatMap(List::stream);
    }

    /** One of each version that is no longer written. */
    static Stream<FormerEvent> former() {
        return Stream.of(new ScorecardSubmittedV1(SESSION, LEAD, DIGEST, NOW));
    }

    private static List<DomainEvent> catalog() {
        return List.of(
                new QuestionPublished(
                        QUESTION, 2, "Unbalanced hash maps", "collections", Level.ADVANCED, "reasoning", 10, NOW),
                new QuestionArchived(QUESTION, NOW),
                new KitPublished(KIT, 3, plan(), NOW),
                new KitArchived(KIT, NOW),
                new PackImported(PACK, "core-java", "1.4.0", 120, 4, 1, NOW));
    }

    private static List<DomainEvent> hiring() {
        return List.of(
                new CandidateRegistered(CANDIDATE, NOW),
                new CandidateUpdated(CANDIDATE, NOW),
                new PositionOpened(POSITION, "Europe/Vienna", NOW),
                new PositionClosed(POSITION, NOW),
                new ApplicationOpened(APPLICATION, CANDIDATE, POSITION, "Europe/Vienna", Stage.APPLIED, NOW),
                new ApplicationMoved(APPLICATION, Stage.APPLIED, Stage.INTERVIEW, NOW),
                new ApplicationClosed(APPLICATION, Stage.OFFER, ApplicationOutcome.HIRED, NOW));
    }

    private static List<DomainEvent> interview() {
        List<PanelMember> panel = List.of(new PanelMember(LEAD, true), new PanelMember(SECOND, false));
        return List.of(
                new SessionScheduled(
                        SESSION, APPLICATION, CANDIDATE, POSITION, panel, plan(), PLANNED, "Europe/Vienna", NOW),
                new SessionRescheduled(SESSION, PLANNED, NOW),
                new SessionStarted(SESSION, PLANNED),
                new SessionPaused(SESSION, NOW),
                new SessionResumed(SESSION, NOW),
                new SessionCompleted(SESSION, List.of(LEAD, SECOND), PLANNED, NOW),
                new SessionCancelled(SESSION, NOW),
                new SessionNoShow(SESSION, NOW),
                new SessionDecided(SESSION, DecisionOutcome.ADVANCE, NOW));
    }

    private static List<DomainEvent> evaluation() {
        var card = new RevealedCard(
                LEAD,
                Recommendation.STRONG_YES,
                List.of(new ItemRating(ITEM, QUESTION, 4), new ItemRating(OTHER_ITEM, QUESTION, null)),
                SALT,
                DIGEST,
                NOW);
        return List.of(
                new EvaluationOpened(SESSION, NOW),
                new ScorecardSubmitted(SESSION, LEAD, Commitment.sha256(DIGEST), NOW),
                new EvaluationFrozen(SESSION, List.of(LEAD, SECOND), NOW),
                new PanelMemberExcused(SESSION, SECOND, NOW),
                new EvaluationRevealed(SESSION, List.of(card), 4000, NOW),
                new DecisionRecorded(SESSION, 1, DecisionOutcome.ADVANCE, LEAD, NOW));
    }

    private static List<DomainEvent> identity() {
        return List.of(
                new OrganizationCreated(ORGANIZATION, NOW),
                new UserAdded(LEAD, Set.of(Role.INTERVIEWER, Role.ADMIN), NOW),
                new UserRolesChanged(LEAD, Set.of(Role.RECRUITER, Role.INTERVIEWER, Role.ADMIN), NOW),
                new UserDeactivated(LEAD, NOW));
    }

    private static Plan plan() {
        var item = new Plan.Item(
                ITEM,
                QUESTION,
                2,
                "Unbalanced hash maps",
                "What happens when all keys collide?",
                List.of("How would you notice?"),
                "reasoning",
                Level.ADVANCED,
                30,
                10,
                List.of("guesses", "names the symptom", "names the cause", "weighs remedies", "proves the choice"));
        return new Plan(KIT, 3, "Senior Java", 2, 45, List.of(new Plan.Section("Collections", List.of(item))));
    }

    private static String id(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }
}
