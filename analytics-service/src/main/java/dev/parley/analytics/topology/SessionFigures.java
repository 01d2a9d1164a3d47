package dev.parley.analytics.topology;

import dev.parley.analytics.topology.Assessment.Rating;
import dev.parley.contracts.id.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The cells of a session; all its days are days in the time zone pinned when it was scheduled. */
record SessionFigures(OrganizationId organization, Interview interview, Consumer<Cell> count) {

    void with(@Nullable Assessment assessment) {
        milestone(Milestone.SCHEDULED, interview.scheduledFor());
        milestone(Milestone.STARTED, interview.startedAt());
        milestone(Milestone.COMPLETED, interview.completedAt());
        if (interview.ending() != null) {
            milestone(interview.ending(), interview.scheduledFor());
        }
        if (assessment != null) {
            scores(assessment, interview.completedAt());
            decisions(assessment, interview.completedAt());
        }
    }

    private void scores(Assessment assessment, @Nullable Instant completedAt) {
        if (completedAt == null) {
            return;
        }
        if (assessment.scoreMilli() != null) {
            add(Metric.SCORE, completedAt, ScoreBuckets.of(assessment.scoreMilli()));
        }
        for (Rating rating : assessment.ratings()) {
            count.accept(new Cell(
                    organization,
                    Metric.RATING,
                    day(completedAt),
                    interview.position(),
                    interview.kit(),
                    rating.question(),
                    rating.interviewer(),
                    Integer.toString(rating.rating())));
        }
    }

    private void decisions(Assessment assessment, @Nullable Instant completedAt) {
        Instant decidedAt = assessment.firstDecidedAt();
        milestone(Milestone.DECIDED, decidedAt);
        if (decidedAt != null && completedAt != null) {
            add(Metric.TIME_TO_DECISION, decidedAt, TimeBuckets.of(Duration.between(completedAt, decidedAt)));
        }
        if (assessment.decision() != null) {
            add(
                    Metric.DECISION,
                    assessment.decision().decidedAt(),
                    assessment.decision().outcome());
        }
    }

    private void milestone(Milestone milestone, @Nullable Instant at) {
        if (at != null) {
            add(Metric.SESSION, at, milestone);
        }
    }

    private void add(Metric metric, Instant at, Object value) {
        count.accept(new Cell(
                organization, metric, day(at), interview.position(), interview.kit(), null, null, value.toString()));
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, interview.zone());
    }
}
