package dev.parley.session.history;

import dev.parley.contracts.ApplicationOutcome;
import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.Recommendation;
import dev.parley.contracts.SessionEvent.PanelMember;
import dev.parley.contracts.Stage;
import dev.parley.contracts.id.ItemId;
import dev.parley.contracts.id.KitId;
import dev.parley.contracts.id.UserId;
import dev.parley.session.applications.TimeZone;
import dev.parley.session.sessions.Panelist;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One interview of the past, as another system knows it.
 *
 * @param externalId the other system's id; the same id is the same interview
 * @param appliedAt when the candidate applied; scheduledAt when absent
 */
record PastInterview(
        @NotBlank @Size(max = 200) String externalId,
        @NotNull @Valid PastCandidate candidate,
        @NotNull @Valid PastPosition position,
        @NotNull KitId kitId,
        @Positive int kitVersion,
        @NotEmpty @Size(max = 12) List<@NotNull @Valid Panelist> panel,
        @Nullable Instant appliedAt,
        @NotNull Instant scheduledAt,
        @NotNull Instant scheduledFor,
        @NotNull Instant startedAt,
        @NotNull Instant completedAt,
        @NotBlank @TimeZone String timeZone,
        @NotNull @Size(max = 12) List<@NotNull @Valid PastScorecard> scorecards,
        @Nullable @Valid PastDecision decision,
        @Nullable @Valid PastApplication application) {

    record PastCandidate(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Email @Size(max = 254) String email) {

        /** The same address, however it is written, is the same candidate. */
        String key() {
            return email.strip().toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return "PastCandidate[…]";
        }
    }

    record PastPosition(
            @NotBlank @Size(max = 200) String externalId,
            @NotBlank @Size(max = 200) String title,
            @NotBlank @TimeZone String timeZone) {}

    record PastScorecard(
            @NotNull UserId interviewerId,
            @NotNull Instant submittedAt,
            @NotNull Recommendation recommendation,
            @NotEmpty @Size(max = 200) List<@NotNull @Valid PastRating> ratings) {}

    /** A rating of null says that the question was not asked. */
    record PastRating(
            @NotNull ItemId itemId,
            @Nullable @Min(1) @Max(5) Integer rating,
            @Nullable @Size(max = 4000) String evidence) {}

    record PastDecision(
            @NotNull DecisionOutcome outcome,
            @NotNull UserId decidedBy,
            @NotNull Instant decidedAt,
            @NotBlank @Size(max = 4000) String rationale) {}

    record PastApplication(
            @NotNull Stage stage,
            @Nullable ApplicationOutcome outcome,
            @Nullable Instant closedAt) {}

    List<PanelMember> members() {
        return panel.stream().map(Panelist::toMember).toList();
    }

    /** When the last thing happened that is known of it. */
    Instant ended() {
        return decision == null ? completedAt : decision.decidedAt();
    }

    Instant applied() {
        return appliedAt == null ? scheduledAt : appliedAt;
    }
}
