package dev.parley.scoring.evaluations;

import dev.parley.contracts.SessionEvent.PanelMember;
import dev.parley.contracts.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Who owes a card. */
record Panel(List<Member> members, @Nullable Instant frozenAt) {

    static final Panel NOBODY = new Panel(List.of(), null);

    Panel {
        members = List.copyOf(members);
    }

    /**
     * One interviewer.
     *
     * @param excusedAt when the member was let off, if so
     * @param reason for that, encrypted
     */
    record Member(
            UserId userId,
            @Nullable Instant excusedAt,
            @Nullable String reason) {

        boolean isExcused() {
            return excusedAt != null;
        }
    }

    static Panel planned(List<PanelMember> members) {
        return new Panel(
                members.stream()
                        .map(member -> new Member(member.userId(), null, null))
                        .toList(),
                null);
    }

    Optional<Member> find(UserId user) {
        return members.stream().filter(member -> member.userId().equals(user)).findFirst();
    }

    List<UserId> owing() {
        return members.stream()
                .filter(member -> !member.isExcused())
                .map(Member::userId)
                .toList();
    }

    /** Final: exactly these; an excuse given before stays. */
    Panel frozen(List<UserId> users, Instant at) {
        return new Panel(
                users.stream()
                        .map(user -> find(user).orElse(new Member(user, null, null)))
                        .toList(),
                at);
    }

    Panel excused(UserId user, Instant at) {
        return changed(user, member -> new Member(user, at, member.reason()));
    }

    Panel withReason(UserId user, String reason) {
        return changed(user, member -> new Member(user, member.excusedAt(), reason));
    }

    private Panel changed(UserId user, UnaryOperator<Member> change) {
        return new Panel(
                members.stream()
                        .map(member -> member.userId().equals(user) ? change.apply(member) : member)
                        .toList(),
                frozenAt);
    }
}
