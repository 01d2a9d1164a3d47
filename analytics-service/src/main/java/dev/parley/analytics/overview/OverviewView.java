package dev.parley.analytics.overview;

import dev.parley.analytics.cells.Selection;
import dev.parley.analytics.decisions.DecisionsView;
import dev.parley.analytics.funnel.FunnelView;
import dev.parley.analytics.scores.ScoresView;
import dev.parley.analytics.sessions.SessionsView;
import org.springframework.stereotype.Component;

/** Asks every view about the same selection. */
@Component
final class OverviewView {

    private final FunnelView funnel;
    private final SessionsView sessions;
    private final ScoresView scores;
    private final DecisionsView decisions;

    OverviewView(FunnelView funnel, SessionsView sessions, ScoresView scores, DecisionsView decisions) {
        this.funnel = funnel;
        this.sessions = sessions;
        this.scores = scores;
        this.decisions = decisions;
    }

    Overview of(Selection selection) {
        return new Overview(
                funnel.of(selection),
                sessions.of(selection),
                scores.of(selection),
                decisions.timeToDecision(selection),
                decisions.decisions(selection));
    }
}
