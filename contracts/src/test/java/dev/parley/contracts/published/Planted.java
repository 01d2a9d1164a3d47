package dev.parley.contracts.published;

import dev.parley.contracts.describe.Describe;
import dev.parley.contracts.describe.Range;
import dev.parley.contracts.id.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An event as it was released, and what careless hands could make of it. */
interface Planted {

    @Describe("a verdict")
    enum Verdict {
        WON,
        TIED,
        LOST
    }

    @Describe("a verdict")
    enum Untied {
        WON,
        LOST
    }

    @Describe("a verdict")
    enum Drawn {
        WON,
        TIED,
        LOST,
        DRAWN
    }

    @Describe("a step")
    record Step(@Describe("what") String label) {}

    @Describe("a step")
    record Renamed(@Describe("what") String title) {}

    @Describe("a step")
    record Hinted(
            @Describe("what") String label,
            @Describe("help") @Nullable String hint) {}

    @Describe("held")
    record Released(
            @Describe("id") SessionId sessionId,
            @Describe("who saw it") String witness,
            @Describe("more") @Nullable String note,
            @Describe("how often") @Range(min = 1, max = 10) int count,
            Verdict verdict,
            @Describe("steps") List<Step> steps,
            @Describe("when") Instant occurredAt) {}

    @Describe("held")
    record FieldRemoved(
            @Describe("id") SessionId sessionId,
            @Describe("more") @Nullable String note,
            @Describe("how often") @Range(min = 1, max = 10) int count,
            Verdict verdict,
            @Describe("steps") List<Step> steps,
            @Describe("when") Instant occurredAt) {}

    @Describe("held")
    record FieldRenamed(
            @Describe("id") SessionId sessionId,
            @Describe("who saw it") String witness,
            @Describe("more") @Nullable String note,
            @Describe("how often") @Range(min = 1, max = 10) int count,
            Verdict verdict,
            @Describe("steps") List<Renamed> steps,
            @Describe("when") Instant occurredAt) {}

    @Describe("held")
    record TypeChanged(
            @Describe("id") SessionId sessionId,
            @Describe("who saw it") String witness,
            @Describe("more") @Nullable String note,
            @Describe("how often") @Range(min = 1, max = 10) String count,
            Verdict verdict,
            @Describe("steps") List<Step> steps,
            @Describe("when") Instant occurredAt) {}

    @Describe("held")
    record IdBecomesText(
            @Describe("id") String sessionId,
            @Describe("who saw it") String witness,
            @Describe("more") @Nullable String note,
            @Describe("how often") @Range(min = 1, max = 10) int count,
            Verdict verdict,
            @Describe("steps") List<Step> steps,
            @Describe("when") Instant occurredAt) {}

    @Describe("held")
    record BecameRequired(
            @Describe("id") SessionId sessionId,
            @Describe("who saw it") String witness,
            @Describe("more") String note,
            @Describe("how often") @Range(min = 1, max = 10) int count,
            Verdict verdict,
            @Describe("steps") List<Step> steps,
            @Describe("when") Instant occurredAt) {}

    @Describe("held")
    record BecameOptional(
            @Describe("id") SessionId sessionId,
            @Describe("who saw it") @Nullable String witness,
            @Describe("more") @Nullable String note,
            @Describe("how often") @Range(min = 1, max = 10) int count,
            Verdict verdict,
            @Describe("steps") List<Step> steps,
            @Describe("when") Instant occurredAt) {}

    @Describe("held")
    record RequiredIsNew(
            @Describe("id") SessionId sessionId,
            @Describe("who saw it") String witness,
            @Describe("more") @Nullable String note,
            @Describe("how often") @Range(min = 1, max = 10) int count,
            @Describe("who judged") String judge,
            Verdict verdict,
            @Describe("steps") List<Step> steps,
            @Describe("when") Instant occurredAt) {}

    @Describe("held")
    record ConstantRemoved(
            @Describe("id") SessionId sessionId,
            @Describe("who saw it") String witness,
            @Describe("more") @Nullable String note,
            @Describe("how often") @Range(min = 1, max = 10) int count,
            Untied verdict,
            @Describe("steps") List<Step> steps,
            @Describe("when") Instant occurredAt) {}

    @Describe("held")
    record ConstantAdded(
            @Describe("id") SessionId sessionId,
            @Describe("who saw it") String witness,
            @Describe("more") @Nullable String note,
            @Describe("how often") @Range(min = 1, max = 10) int count,
            Drawn verdict,
            @Describe("steps") List<Step> steps,
            @Describe("when") Instant occurredAt) {}

    @Describe("held")
    record RangeNarrowed(
            @Describe("id") SessionId sessionId,
            @Describe("who saw it") String witness,
            @Describe("more") @Nullable String note,
            @Describe("how often") @Range(min = 1, max = 5) int count,
            Verdict verdict,
            @Describe("steps") List<Step> steps,
            @Describe("when") Instant occurredAt) {}

    @Describe("held")
    record RangeWidened(
            @Describe("id") SessionId sessionId,
            @Describe("who saw it") String witness,
            @Describe("more") @Nullable String note,
            @Describe("how often") @Range(min = 1, max = 20) int count,
            Verdict verdict,
            @Describe("steps") List<Step> steps,
            @Describe("when") Instant occurredAt) {}

    @Describe("held")
    record ListBecomesSet(
            @Describe("id") SessionId sessionId,
            @Describe("who saw it") String witness,
            @Describe("more") @Nullable String note,
            @Describe("how often") @Range(min = 1, max = 10) int count,
            Verdict verdict,
            @Describe("steps") Set<Step> steps,
            @Describe("when") Instant occurredAt) {}

    @Describe("held")
    record OptionalIsNew(
            @Describe("id") SessionId sessionId,
            @Describe("who saw it") String witness,
            @Describe("more") @Nullable String note,
            @Describe("how often") @Range(min = 1, max = 10) int count,
            Verdict verdict,
            @Describe("steps") List<Hinted> steps,
            @Describe("when") Instant occurredAt) {}

    @Describe("held")
    record OtherText(
            @Describe("id") SessionId sessionId,
            @Describe("who stood by") String witness,
            @Describe("more") @Nullable String note,
            @Describe("how often") @Range(min = 1, max = 10) int count,
            Verdict verdict,
            @Describe("steps") List<Step> steps,
            @Describe("when") Instant occurredAt) {}
}
