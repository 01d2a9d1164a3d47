package dev.parley.scoring.evaluations;

import dev.parley.contracts.EvaluationEvent.EvaluationRevealed;
import dev.parley.contracts.EvaluationEvent.RevealedCard;
import dev.parley.scoring.evaluations.Panel.Member;
import dev.parley.scoring.seals.SealedCard;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** All cards at once. */
final class Reveal {

    private Reveal() {}

    /** What a complete evaluation tells everyone; it happened when the last missing thing happened. */
    static EvaluationRevealed of(Evaluation complete) {
        List<RevealedCard> cards =
                complete.panelCards().stream().map(SealedCard::revealed).toList();
        var contents = complete.panelCards().stream().map(SealedCard::content).toList();
        Score score = Score.of(complete.pinned().plan(), contents);
        return new EvaluationRevealed(complete.sessionId(), cards, score.milli(), lastOf(complete));
    }

    private static Instant lastOf(Evaluation complete) {
        Stream<Instant> submitted = complete.panelCards().stream()
                .map(card -> complete.submissionOf(card.interviewerId()).orElseThrow())
                .map(Submission::submittedAt);
        Stream<Instant> excused =
                complete.panel().members().stream().map(Member::excusedAt).filter(Objects::nonNull);
        Instant frozen = Objects.requireNonNull(complete.panel().frozenAt());
        return Stream.of(submitted, excused, Stream.of(frozen))
                .flatMap(times -> times)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
