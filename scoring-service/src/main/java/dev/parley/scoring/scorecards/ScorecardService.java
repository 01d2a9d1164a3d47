package dev.parley.scoring.scorecards;

import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.SessionId;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.Receipt;
import dev.parley.platform.error.DomainException;
import dev.parley.scoring.evaluations.CandidateKeys;
import dev.parley.scoring.evaluations.Evaluation;
import dev.parley.scoring.evaluations.EvaluationCommand.SubmitScorecard;
import dev.parley.scoring.evaluations.EvaluationService;
import dev.parley.scoring.scorecards.Scorecard.Edit;
import dev.parley.scoring.seals.SealedCard;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Writing one's own card, and handing it in. */
@Service
class ScorecardService {

    private final AggregateStore<Scorecard> drafts;
    private final EvaluationService evaluations;
    private final CandidateKeys keys;
    private final Sealing sealing;

    ScorecardService(
            AggregateStore<Scorecard> drafts, EvaluationService evaluations, CandidateKeys keys, Sealing sealing) {
        this.drafts = drafts;
        this.evaluations = evaluations;
        this.keys = keys;
        this.sealing = sealing;
    }

    /** The evaluation for somebody who writes or reads a card of their own. */
    Aggregate<Evaluation> forMember(OrganizationId organization, SessionId session, UserId member) {
        return mustHave(member, evaluations.get(organization, session));
    }

    Optional<Aggregate<Scorecard>> find(OrganizationId organization, SessionId session, UserId author) {
        return drafts.find(organization, Scorecard.idOf(session, author));
    }

    /**
     * Merges an edit. The client's counter is what makes a repeat harmless, so no idempotency outcome is kept: a long
     * interview may be saved more often than an aggregate keeps outcomes.
     */
    Receipt edit(CommandContext context, SessionId session, Function<Aggregate<Evaluation>, Edit> edit) {
        UserId author = context.caller().user();
        var evaluation = mustHave(author, evaluations.getWhen(context.organization(), session, Evaluation::hasStarted));
        evaluation.state().mustTakeCardOf(author);
        Edit change = edit.apply(evaluation);
        var former = find(context.organization(), session, author);
        if (former.isEmpty() || former.get().state().isNews(change)) {
            drafts.carryOut(context.origin(), Scorecard.idOf(session, author), card -> {
                Scorecard next = (card == null ? Scorecard.blank(session, author) : card).merge(change);
                return Change.privately(_ -> next);
            });
        }
        return new Receipt(
                session.value(),
                find(context.organization(), session, author).orElseThrow().version(),
                200);
    }

    /**
     * Seals the card, then hands it in. A sealed card takes no edits, so what the evaluation gets is what was last
     * acknowledged; should the process die in between, the same request or a new one finishes it.
     */
    Receipt submit(CommandContext context, SessionId session) {
        UserId author = context.caller().user();
        var evaluation = mustHave(author, evaluations.getWhen(context.organization(), session, Evaluation::hasStarted));
        Receipt receipt = seal(context, evaluation, author);
        Scorecard card =
                find(context.organization(), session, author).orElseThrow().state();
        SealedCard sealed = sealing.of(evaluation, card, keys.textsOf(evaluation));
        evaluations.handle(context.merging(), session, new SubmitScorecard(sealed));
        return new Receipt(session.value(), receipt.version(), receipt.status());
    }

    private Receipt seal(CommandContext context, Aggregate<Evaluation> evaluation, UserId author) {
        var session = evaluation.state().sessionId();
        var plan = evaluation.state().pinned().plan();
        Function<Scorecard, Change<Scorecard>> decide = card -> {
            evaluation.state().mustTakeCardOf(author);
            Scorecard sealed = card.seal(plan, context.now());
            return Change.privately(_ -> sealed);
        };
        String id = Scorecard.idOf(session, author);
        return find(context.organization(), session, author).isPresent()
                ? drafts.handle(context, id, decide)
                // nothing was ever written: the refusal names every item
                : drafts.create(context, id, () -> decide.apply(Scorecard.blank(session, author)));
    }

    private static Aggregate<Evaluation> mustHave(UserId member, Aggregate<Evaluation> evaluation) {
        if (!evaluation.state().hasMember(member)) {
            throw new DomainException.Forbidden("Only members of the panel have a scorecard.");
        }
        return evaluation;
    }
}
