package dev.parley.platform.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.PositionEvent.PositionOpened;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.PositionId;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.outbox.OutboxEntry;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class PendingWriteTests {

    private static final String ID = "00000000-0000-4000-8000-000000000007";
    private static final int KB = 1024;
    private static final Origin ORIGIN = new Origin(
            new OrganizationId("00000000-0000-4000-8000-000000000012"), "system", "c", null, false, Instant.EPOCH);

    @Test
    void eventOfMoreThan512KilobytesIsRefused() {
        assertThatCode(() -> write(event("x".repeat(511 * KB))).checked(null)).doesNotThrowAnyException();
        assertThatThrownBy(() -> write(event("x".repeat(512 * KB))).checked(null))
                .isInstanceOf(DomainException.TooLarge.class)
                .hasMessage("One event would exceed 512 kB.");
    }

    @Test
    void lettersThatTakeThreeBytesCountAsThree() {
        assertThatThrownBy(() -> write(event("€".repeat(200 * KB))).checked(null))
                .isInstanceOf(DomainException.TooLarge.class);
    }

    @Test
    void stateOfMoreThan8MegabytesIsRefused() {
        var write = new PendingWrite(
                ID, ORIGIN, 1, 2, 0, new Document("text", "x".repeat(8 * KB * KB)), List.of(), null, Sources.NONE);

        assertThatThrownBy(() -> write.checked(null))
                .isInstanceOf(DomainException.TooLarge.class)
                .hasMessage("The resource would exceed 8 MB.");
    }

    @Test
    void moreThanOneMegabyteNeverWaitsInOneDocument() {
        Document former =
                new Document("outbox", List.of(event("x".repeat(400 * KB)).write()));

        assertThatCode(() -> write(event("x".repeat(400 * KB))).checked(former)).doesNotThrowAnyException();
        assertThatThrownBy(() -> write(event("x".repeat(400 * KB)), event("x".repeat(400 * KB)))
                        .checked(former))
                .isInstanceOf(DomainException.Unavailable.class);
    }

    @Test
    void commandThatCouldNeverWaitIsTooLargeRatherThanUnavailable() {
        OutboxEntry large = event("x".repeat(400 * KB));

        assertThatThrownBy(() -> write(large, large, large).checked(new Document()))
                .isInstanceOf(DomainException.TooLarge.class);
    }

    @Test
    void commandWithoutEventsNeedsNoRoomInTheOutbox() {
        OutboxEntry large = event("x".repeat(500 * KB));
        Document former = new Document("outbox", List.of(large.write(), large.write(), large.write()));

        assertThatCode(() -> write().checked(former)).doesNotThrowAnyException();
    }

    @Test
    void insertedDocumentWaitsForTheSweeperOnlyWithEvents() {
        assertThat(write().insert()).doesNotContainKey("outboxSince");
        assertThat(write(event("x")).insert()).containsEntry("outboxSince", Instant.EPOCH);
    }

    private static PendingWrite write(OutboxEntry... events) {
        return new PendingWrite(
                ID, ORIGIN, 1, 2, events.length, new Document(), Arrays.asList(events), List.of(), Sources.NONE);
    }

    private static OutboxEntry event(String zone) {
        var opened = new PositionOpened(new PositionId(ID), zone, Instant.EPOCH);
        return OutboxEntry.of(opened, AggregateKind.POSITION, ID, 1, ORIGIN, null);
    }
}
