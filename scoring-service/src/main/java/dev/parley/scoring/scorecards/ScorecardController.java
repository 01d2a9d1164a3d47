package dev.parley.scoring.scorecards;

import static dev.parley.contracts.Role.ADMIN;
import static dev.parley.contracts.Role.INTERVIEWER;
import static dev.parley.contracts.Role.RECRUITER;

import dev.parley.contracts.id.ItemId;
import dev.parley.contracts.id.SessionId;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.Caller;
import dev.parley.platform.web.Answers;
import dev.parley.platform.web.Answers.CommandResult;
import dev.parley.scoring.evaluations.CandidateKeys;
import dev.parley.scoring.evaluations.Evaluation;
import dev.parley.scoring.scorecards.Scorecard.DraftRating;
import dev.parley.scoring.scorecards.Scorecard.Rate;
import dev.parley.scoring.scorecards.Scorecard.Recommend;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own scorecard over HTTP. There is no route to anybody else's, whatever the role. */
@RestController
@RequestMapping("/api/v1/scorecards/{sessionId}")
class ScorecardController {

    private static final String PATH = "/api/v1/scorecards";

    private final ScorecardService scorecards;
    private final CandidateKeys keys;

    ScorecardController(ScorecardService scorecards, CandidateKeys keys) {
        this.scorecards = scorecards;
        this.keys = keys;
    }

    /** Submitting needs no content. */
    record Submission() {}

    @GetMapping
    @Access(roles = {ADMIN, RECRUITER, INTERVIEWER})
    ResponseEntity<ScorecardView> find(@PathVariable SessionId sessionId, Caller caller) {
        UserId me = caller.user();
        var evaluation = scorecards.forMember(caller.organization(), sessionId, me);
        var draft = scorecards.find(caller.organization(), sessionId, me);
        Scorecard card = draft.map(Aggregate::state).orElseGet(() -> Scorecard.blank(sessionId, me));
        long version = draft.map(Aggregate::version).orElse(0L);
        return ResponseEntity.ok()
                .eTag("\"" + version + "\"")
                .body(ScorecardView.of(evaluation, card, version, EvidenceTexts.open(keys.textsOf(evaluation), card)));
    }

    @PutMapping("/ratings/{itemId}")
    @Access(roles = {ADMIN, RECRUITER, INTERVIEWER})
    ResponseEntity<CommandResult> rate(
            @PathVariable SessionId sessionId,
            @PathVariable ItemId itemId,
            @Valid @RequestBody RatingEdit body,
            CommandContext context) {
        Integer rating = body.value();
        var receipt = scorecards.edit(context, sessionId, evaluation -> {
            mustAsk(evaluation, itemId);
            String text = body.hasEvidence()
                    ? EvidenceTexts.close(
                            keys.textsOf(evaluation), context.caller().user(), itemId, body.evidenceText())
                    : null;
            return new Rate(new DraftRating(itemId, rating, text), body.stamp());
        });
        return Answers.to(receipt, PATH);
    }

    @PutMapping("/recommendation")
    @Access(roles = {ADMIN, RECRUITER, INTERVIEWER})
    ResponseEntity<CommandResult> recommend(
            @PathVariable SessionId sessionId, @Valid @RequestBody RecommendationEdit body, CommandContext context) {
        return Answers.to(
                scorecards.edit(context, sessionId, _ -> new Recommend(body.recommendation(), body.stamp())), PATH);
    }

    @PostMapping("/submission")
    @Access(roles = {ADMIN, RECRUITER, INTERVIEWER})
    ResponseEntity<CommandResult> submit(
            @PathVariable SessionId sessionId,
            @RequestBody(required = false) @org.jspecify.annotations.Nullable Submission body,
            CommandContext context) {
        return Answers.to(scorecards.submit(context, sessionId), PATH);
    }

    private static void mustAsk(Aggregate<Evaluation> evaluation, ItemId item) {
        if (!evaluation.state().pinned().asks(item)) {
            throw new DomainException.NotFound("item of this interview's plan", item.value());
        }
    }
}
