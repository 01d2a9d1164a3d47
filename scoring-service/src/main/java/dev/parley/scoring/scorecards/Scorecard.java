package dev.parley.scoring.scorecards;

import dev.parley.contracts.Plan;
import dev.parley.contracts.Recommendation;
import dev.parley.contracts.id.ItemId;
import dev.parley.contracts.id.SessionId;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.error.FieldError;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One interviewer's card while it is written. It emits nothing; edits merge.
 *
 * @param sealedAt when its author submitted it: from then on it does not change, and the evaluation gets it as it is
 */
record Scorecard(
        SessionId sessionId,
        UserId interviewerId,
        List<DraftRating> ratings,
        @Nullable Recommendation recommendation,
        Ticks ticks,
        @Nullable Instant sealedAt) {

    static final AggregateType<Scorecard> TYPE = AggregateType.silent("scorecards", Scorecard.class);

    private static final String RECOMMENDATION = "recommendation";

    Scorecard {
        ratings = List.copyOf(ratings);
    }

    /**
     * What was said on one question so far.
     *
     * @param rating null for "not asked"
     * @param evidence encrypted
     */
    record DraftRating(
            ItemId itemId,
            @Nullable Integer rating,
            @Nullable String evidence) {}

    static Scorecard blank(SessionId session, UserId interviewer) {
        return new Scorecard(session, interviewer, List.of(), null, Ticks.NONE, null);
    }

    static String idOf(SessionId session, UserId interviewer) {
        return session + "." + interviewer;
    }

    /** An edit of the author; {@code field} is what it competes for with other edits. */
    sealed interface Edit {
        Stamp stamp();

        String field();
    }

    /** The whole answer to one question. */
    record Rate(DraftRating rating, Stamp stamp) implements Edit {
        @Override
        public String field() {
            return rating.itemId().value();
        }
    }

    /** The overall advice. */
    record Recommend(Recommendation recommendation, Stamp stamp) implements Edit {
        @Override
        public String field() {
            return RECOMMENDATION;
        }
    }

    boolean isNews(Edit edit) {
        return ticks.isNews(edit.field(), edit.stamp());
    }

    /** The card after an edit; one that a later edit of the same client overtook changes nothing. */
    Scorecard merge(Edit edit) {
        mustBeOpen();
        if (!isNews(edit)) {
            return this;
        }
        Ticks next = ticks.with(edit.field(), edit.stamp());
        return switch (edit) {
            case Rate rate ->
                new Scorecard(sessionId, interviewerId, replaced(rate.rating()), recommendation, next, sealedAt);
            case Recommend advice ->
                new Scorecard(sessionId, interviewerId, ratings, advice.recommendation(), next, sealedAt);
        };
    }

    /**
     * The card as it will be submitted; sealing it again changes nothing.
     *
     * @throws DomainException.Invalid naming everything that is missing
     */
    Scorecard seal(Plan plan, Instant at) {
        if (sealedAt != null) {
            return this;
        }
        List<FieldError> missing = missing(plan);
        if (!missing.isEmpty()) {
            throw new DomainException.Invalid(missing);
        }
        return new Scorecard(sessionId, interviewerId, ratings, recommendation, ticks, at);
    }

    Optional<DraftRating> ratingOf(ItemId item) {
        return ratings.stream().filter(rating -> rating.itemId().equals(item)).findFirst();
    }

    private List<FieldError> missing(Plan plan) {
        Stream<FieldError> unrated = plan.items()
                .map(Plan.Item::itemId)
                .filter(item -> ratingOf(item).isEmpty())
                .map(item -> new FieldError("/ratings/" + item, "expected a rating, or null for not asked"));
        Stream<FieldError> advice = recommendation == null
                ? Stream.of(new FieldError("/recommendation", "expected a recommendation"))
                : Stream.of();
        return Stream.concat(unrated, advice).toList();
    }

    private void mustBeOpen() {
        if (sealedAt != null) {
            throw new DomainException.Conflict("This scorecard is submitted and sealed.");
        }
    }

    private List<DraftRating> replaced(DraftRating rating) {
        return Stream.concat(
                        ratings.stream().filter(other -> !other.itemId().equals(rating.itemId())), Stream.of(rating))
                .toList();
    }
}
