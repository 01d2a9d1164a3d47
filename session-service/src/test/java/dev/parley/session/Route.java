package dev.parley.session;

import java.util.stream.Stream;

/** A route, who may take it, and a right request for it; ‹x› stands for the id of an x of the company. */
record Route(String method, String pattern, String roles, String scope, String query, String body) {

    private static final String PLANNERS = "ADMIN RECRUITER";
    private static final String ALL = "ADMIN RECRUITER INTERVIEWER";

    private static Route read(String pattern, String roles) {
        return new Route("GET", pattern, roles, "interviews:read", "", "");
    }

    private static Route command(String method, String pattern, String roles, String body) {
        return new Route(method, pattern, roles, "interviews:write", "", body);
    }

    private static Route post(String pattern, String roles, String body) {
        return command("POST", pattern, roles, body);
    }

    static Stream<Route> all() {
        String person = """
                {"name": "Eve Example", "email": "eve@example.org"}""";
        return Stream.of(
                post("/api/v1/candidates", PLANNERS, person),
                command("PUT", "/api/v1/candidates/{id}", PLANNERS, person),
                read("/api/v1/candidates", PLANNERS),
                read("/api/v1/candidates/{id}", PLANNERS),
                post("/api/v1/positions", PLANNERS, "{\"title\": \"Tester\", \"timeZone\": \"Europe/Berlin\"}"),
                post("/api/v1/positions/{id}/closure", PLANNERS, ""),
                read("/api/v1/positions", ALL),
                read("/api/v1/positions/{id}", ALL),
                post(
                        "/api/v1/applications",
                        PLANNERS,
                        "{\"candidateId\": \"‹candidates›\", \"positionId\": \"‹positions›\"}"),
                post("/api/v1/applications/{id}/stage", PLANNERS, "{\"stage\": \"OFFER\"}"),
                post("/api/v1/applications/{id}/outcome", PLANNERS, "{\"outcome\": \"HIRED\"}"),
                read("/api/v1/applications", PLANNERS),
                read("/api/v1/applications/{id}", PLANNERS),
                post("/api/v1/sessions", PLANNERS, "‹schedule›"),
                post("/api/v1/sessions/{id}/reschedule", PLANNERS, "{\"scheduledFor\": \"2026-03-09T10:00:00Z\"}"),
                post("/api/v1/sessions/{id}/cancel", PLANNERS, "{\"reason\": \"moved away\"}"),
                post("/api/v1/sessions/{id}/start", ALL, ""),
                post("/api/v1/sessions/{id}/pause", ALL, ""),
                post("/api/v1/sessions/{id}/resume", ALL, ""),
                post("/api/v1/sessions/{id}/complete", ALL, ""),
                post("/api/v1/sessions/{id}/no-show", ALL, ""),
                read("/api/v1/sessions", ALL),
                read("/api/v1/sessions/{id}", ALL),
                post("/api/v1/history-imports", PLANNERS, "{\"interviews\": [{}]}"),
                new Route("GET", "/api/v1/history-imports/{id}", PLANNERS, "interviews:write", "", ""),
                command("DELETE", "/api/v1/history-imports/{id}", PLANNERS, ""));
    }

    boolean isCommand() {
        return !method.equals("GET");
    }

    boolean isCreate() {
        return method.equals("POST") && !pattern.contains("{id}");
    }

    boolean needsVersion() {
        return isCommand() && !isCreate() && !pattern.contains("history");
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
