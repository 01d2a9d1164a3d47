package dev.parley.session.sessions;

import com.mongodb.client.model.Filters;
import dev.parley.contracts.Role;
import dev.parley.contracts.id.PositionId;
import dev.parley.contracts.id.SessionId;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.security.Caller;
import dev.parley.platform.security.PrincipalType;
import dev.parley.platform.web.Page;
import dev.parley.platform.web.PageRequest;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds sessions, for those who may see them. */
@Component
class SessionQueries {

    private final AggregateStore<Session> sessions;

    SessionQueries(AggregateStore<Session> sessions) {
        this.sessions = sessions;
    }

    /** What a list is confined to; nulls confine nothing. */
    record SessionFilter(
            @Nullable SessionStatus state,
            @Nullable UserId panelMember,
            @Nullable PositionId position) {}

    /** Latest first; interviewers get their own interviews only. */
    Page<Aggregate<Session>> list(Caller caller, PageRequest page, SessionFilter filter) {
        List<Bson> filters = new ArrayList<>();
        if (filter.state() != null) {
            filters.add(Filters.eq("state.status", filter.state().name()));
        }
        if (filter.panelMember() != null) {
            filters.add(Filters.eq(
                    "state.scheduled.panel.userId", filter.panelMember().value()));
        }
        if (filter.position() != null) {
            filters.add(
                    Filters.eq("state.scheduled.positionId", filter.position().value()));
        }
        if (!seesAll(caller)) {
            filters.add(Filters.eq("state.scheduled.panel.userId", caller.principalId()));
        }
        return sessions.list(caller.organization(), page, filters.toArray(Bson[]::new));
    }

    /** The session; for interviewers others than their own do not exist. */
    Aggregate<Session> get(Caller caller, SessionId id) {
        Aggregate<Session> session = sessions.get(caller.organization(), id.value());
        if (!seesAll(caller) && !session.state().hasOnPanel(caller.user())) {
            throw new DomainException.NotFound("session", id.value());
        }
        return session;
    }

    private static boolean seesAll(Caller caller) {
        return caller.type() != PrincipalType.USER || caller.has(Role.ADMIN) || caller.has(Role.RECRUITER);
    }
}
