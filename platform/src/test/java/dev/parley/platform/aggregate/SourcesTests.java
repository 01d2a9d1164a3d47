package dev.parley.platform.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.EventMetadata;
import dev.parley.contracts.Subject;
import dev.parley.contracts.UnknownEvent;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.inbox.SequenceGapException;
import dev.parley.platform.inbox.SequenceReusedException;
import java.time.Instant;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class SourcesTests {

    private static final Subject SUBJECT = AggregateKind.POSITION.subject("00000000-0000-4000-8000-000000000007");
    private static final Subject OTHER = AggregateKind.SESSION.subject("00000000-0000-4000-8000-000000000007");

    @Test
    void firstEventOfASubjectIsNext() {
        assertThat(Sources.NONE.isNext(event(SUBJECT, 1, "a"))).isTrue();
        assertThatThrownBy(() -> Sources.NONE.isNext(event(SUBJECT, 2, "b")))
                .isInstanceOf(SequenceGapException.class)
                .hasMessage(SUBJECT + " was followed to 0, and 2 came next");
    }

    @Test
    void eventsApplyInOrderAndOnce() {
        Sources followed = Sources.NONE.after(event(SUBJECT, 1, "a")).after(event(SUBJECT, 2, "b"));

        assertThat(followed.isNext(event(SUBJECT, 3, "c"))).isTrue();
        assertThat(followed.isNext(event(SUBJECT, 2, "b"))).isFalse();
        assertThat(followed.isNext(event(SUBJECT, 1, "a"))).isFalse();
        assertThatThrownBy(() -> followed.isNext(event(SUBJECT, 4, "d"))).isInstanceOf(SequenceGapException.class);
    }

    @Test
    void anotherEventInTheSamePlaceIsAnAlarm() {
        Sources followed = Sources.NONE.after(event(SUBJECT, 1, "a"));

        assertThatThrownBy(() -> followed.isNext(event(SUBJECT, 1, "impostor")))
                .isInstanceOf(SequenceReusedException.class);
    }

    @Test
    void subjectsAreCountedApart() {
        Sources followed = Sources.NONE.after(event(SUBJECT, 1, "a")).after(event(SUBJECT, 2, "b"));

        assertThat(followed.isNext(event(OTHER, 1, "x"))).isTrue();
    }

    @Test
    void positionsSurviveTheDocument() {
        Sources followed = Sources.NONE.after(event(SUBJECT, 1, "a")).after(event(OTHER, 1, "x"));

        assertThat(Sources.of(new Document("sources", followed.write()))).isEqualTo(followed);
        assertThat(Sources.of(new Document())).isEqualTo(Sources.NONE);
    }

    private static Envelope event(Subject subject, long sequence, String id) {
        var metadata = new EventMetadata(
                id,
                "position.moved.v1",
                subject,
                sequence,
                new OrganizationId("00000000-0000-4000-8000-000000000012"),
                "system",
                "correlation",
                null,
                false,
                Instant.EPOCH,
                subject.id());
        return new Envelope(metadata, new UnknownEvent("position.moved.v1", Instant.EPOCH));
    }
}
