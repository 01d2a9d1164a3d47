package dev.parley.session.sessions;

import dev.parley.contracts.id.ApplicationId;
import dev.parley.contracts.id.KitId;
import dev.parley.session.applications.TimeZone;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to plan an interview.
 *
 * @param kitVersion the latest when absent
 */
record PlannedSession(
        @NotNull ApplicationId applicationId,
        @NotNull KitId kitId,
        @Nullable @Positive Integer kitVersion,
        @NotEmpty @Size(max = 12) List<@NotNull @Valid Panelist> panel,
        @NotNull Instant scheduledFor,
        @NotBlank @TimeZone String timeZone) {}
