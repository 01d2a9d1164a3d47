package dev.parley.session.known;

import dev.parley.contracts.Plan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The published versions of a kit, as its events told them. */
public record KnownKit(List<Plan> versions, boolean archived) {

    static final KnownKit UNPUBLISHED = new KnownKit(List.of(), false);

    KnownKit published(Plan plan) {
        return new KnownKit(Stream.concat(versions.stream(), Stream.of(plan)).toList(), archived);
    }

    /** The version asked for, or the latest. */
    public Optional<Plan> version(@Nullable Integer number) {
        return number == null
                ? versions.stream().reduce((_, later) -> later)
                : versions.stream().filter(plan -> plan.version() == number).findFirst();
    }
}
