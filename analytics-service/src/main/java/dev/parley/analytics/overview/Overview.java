package dev.parley.analytics.overview;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.analytics.decisions.Decisions;
import dev.parley.analytics.decisions.TimeToDecision;
import dev.parley.analytics.funnel.Funnel;
import dev.parley.analytics.scores.Scores;
import dev.parley.analytics.sessions.SessionsPerDay;

/** Every view, side by side. */
record Overview(
        @JsonUnwrapped Funnel funnel,
        @JsonUnwrapped SessionsPerDay sessions,
        @JsonUnwrapped Scores scores,
        @JsonUnwrapped TimeToDecision timeToDecision,
        @JsonUnwrapped Decisions decisions) {}
