package dev.parley.launcher.play;

import dev.parley.launcher.client.ParleyClient;
import java.util.List;

/**
 * Who takes part.
 *
 * @param organizer plans and conducts; may be an API key
 * @param decider a recruiter or admin: a decision is a person's
 * @param panel the first one leads
 */
public record Cast(ParleyClient organizer, ParleyClient decider, List<Member> panel) {

    /** An interviewer. */
    public record Member(String userId, ParleyClient client) {}
}
