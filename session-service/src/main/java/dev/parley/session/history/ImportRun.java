package dev.parley.session.history;

import dev.parley.contracts.Plan;
import dev.parley.contracts.id.KitId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.error.DomainException;
import dev.parley.session.known.Knowledge;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** One worker's go at an import; what was asked about kits and people is asked once. */
final class ImportRun {

    private final Aggregate<HistoryImport> job;
    private final Knowledge knowledge;
    private final Clock clock;
    private final Map<String, Optional<Plan>> plans = new ConcurrentHashMap<>();
    private final Map<UserId, Boolean> people = new ConcurrentHashMap<>();

    ImportRun(Aggregate<HistoryImport> job, Knowledge knowledge, Clock clock) {
        this.job = job;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    OrganizationId organization() {
        return job.organizationId();
    }

    /** When the import began; what was stored before was not stored by it. */
    Instant began() {
        return job.createdAt();
    }

    Origin origin() {
        HistoryImport state = job.state();
        return new Origin(organization(), state.actor(), state.correlationId(), null, true, clock.instant());
    }

    Optional<Plan> plan(KitId kit, int version) {
        return plans.computeIfAbsent(
                kit + "/" + version, _ -> told(() -> knowledge.plan(organization(), kit, version)));
    }

    /** Whether the person is of the organization, now or formerly. */
    boolean knows(UserId person) {
        return people.computeIfAbsent(
                person, _ -> told(() -> knowledge.user(organization(), person)).isPresent());
    }

    private static <T> Optional<T> told(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (DomainException.NotYet e) {
            return Optional.empty();
        }
    }
}
