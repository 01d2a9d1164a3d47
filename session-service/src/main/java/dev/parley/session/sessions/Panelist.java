package dev.parley.session.sessions;

import dev.parley.contracts.SessionEvent.PanelMember;
import dev.parley.contracts.id.UserId;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A member of a panel, in a request.
 *
 * @param lead false when absent
 */
public record Panelist(@NotNull UserId userId, @Nullable Boolean lead) {

    public PanelMember toMember() {
        return new PanelMember(userId, Boolean.TRUE.equals(lead));
    }
}
