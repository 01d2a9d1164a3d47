package dev.parley.question.catalog;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.QuestionEvent.QuestionArchived;
import dev.parley.contracts.QuestionEvent.QuestionPublished;
import dev.parley.contracts.id.QuestionId;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.error.FieldError;
import dev.parley.question.catalog.QuestionCommand.ArchiveQuestion;
import dev.parley.question.catalog.QuestionCommand.CreateQuestion;
import dev.parley.question.catalog.QuestionCommand.EditQuestion;
import dev.parley.question.catalog.QuestionCommand.ImportQuestion;
import dev.parley.question.catalog.QuestionCommand.PublishQuestion;
import dev.parley.question.catalog.QuestionCommand.UnarchiveQuestion;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;

/**
 * A question of the catalog.
 *
 * @param draft what people work on; equal to the published text when nothing is pending
 * @param published the latest revision; earlier ones are in the archive
 * @param provenance absent for questions written here
 */
record Question(
        QuestionId questionId,
        Status status,
        QuestionContent draft,
        @Nullable QuestionRevision published,
        @Nullable Provenance provenance) {

    static final AggregateType<Question> TYPE = AggregateType.publishing(
            AggregateKind.QUESTION,
            "questions",
            Question.class,
            Question::evolve,
            filteredBy("state.status"),
            filteredBy("state.draft.topic"),
            filteredBy("state.draft.level"));

    /** Where a question stands. */
    enum Status {
        DRAFT,
        PUBLISHED,
        ARCHIVED
    }

    static Change<Question> decide(@Nullable Question question, QuestionCommand command) {
        return switch (command) {
            case CreateQuestion create -> create(question, create);
            case ImportQuestion offered -> QuestionIntake.decide(question, offered);
            case EditQuestion edit -> existing(question).edit(edit);
            case PublishQuestion publish -> existing(question).publish(publish);
            case ArchiveQuestion archive -> existing(question).archive(archive);
            case UnarchiveQuestion _ -> existing(question).unarchive();
        };
    }

    private static Question existing(@Nullable Question question) {
        if (question == null) {
            throw new DomainException.NotFound("question", "with this id");
        }
        return question;
    }

    private static Change<Question> create(@Nullable Question question, CreateQuestion create) {
        if (question != null) {
            throw new DomainException.Conflict("This question exists already.");
        }
        refuse(create.content().faults());
        return Change.privately(_ -> new Question(create.questionId(), Status.DRAFT, create.content(), null, null));
    }

    private Change<Question> edit(EditQuestion edit) {
        refuseArchived();
        refuse(edit.content().faults());
        return Change.privately(state -> new Question(
                state.questionId,
                state.status,
                edit.content(),
                state.published,
                state.provenance == null ? null : state.provenance.afterEdit()));
    }

    private Change<Question> publish(PublishQuestion publish) {
        refuseArchived();
        if (status == Status.PUBLISHED && !pending()) {
            throw new DomainException.Conflict("Nothing has changed since revision " + revision() + ".");
        }
        refuse(draft.publicationFaults());
        return Change.of(published(questionId, revision() + 1, draft, publish.at()));
    }

    private Change<Question> archive(ArchiveQuestion archive) {
        refuseArchived();
        return Change.of(new QuestionArchived(questionId, archive.at()));
    }

    private Change<Question> unarchive() {
        if (status != Status.ARCHIVED) {
            throw new DomainException.Conflict("The question is not archived.");
        }
        return Change.privately(state -> state.in(Status.DRAFT));
    }

    void refuseArchived() {
        if (status == Status.ARCHIVED) {
            throw new DomainException.Conflict("The question is archived.");
        }
    }

    static void refuse(List<FieldError> faults) {
        if (!faults.isEmpty()) {
            throw new DomainException.Invalid(faults);
        }
    }

    /** The state after an event; what the event does not tell, a private change adds. */
    static Question evolve(@Nullable Question state, DomainEvent event) {
        return switch (event) {
            case QuestionPublished published -> after(state, published);
            case QuestionArchived _ -> Objects.requireNonNull(state).in(Status.ARCHIVED);
            default -> throw new IllegalArgumentException("no event of a question: " + event.getClass());
        };
    }

    private static Question after(@Nullable Question state, QuestionPublished event) {
        QuestionContent text = state == null ? QuestionContent.outline(event) : state.draft;
        var revision = new QuestionRevision(event.questionId(), event.revision(), event.occurredAt(), text);
        return new Question(
                event.questionId(), Status.PUBLISHED, text, revision, state == null ? null : state.provenance);
    }

    private Question in(Status next) {
        return new Question(questionId, next, draft, published, provenance);
    }

    static QuestionPublished published(QuestionId id, int revision, QuestionContent content, Instant at) {
        return new QuestionPublished(
                id,
                revision,
                content.title(),
                content.topic(),
                content.level(),
                content.competency(),
                content.minutes(),
                at);
    }

    /** The latest revision's number; 0 before the first. */
    int revision() {
        return published == null ? 0 : published.revision();
    }

    /** Whether the draft differs from what is published. */
    boolean pending() {
        return published == null || !published.content().equals(draft);
    }

    private static Index filteredBy(String field) {
        return new Index()
                .on("organizationId", Direction.ASC)
                .on(field, Direction.ASC)
                .on("createdAt", Direction.DESC)
                .on("_id", Direction.DESC);
    }
}
