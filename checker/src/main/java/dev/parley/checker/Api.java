package dev.parley.checker;

import tools.jackson.databind.JsonNode;

/** The public API, read only. */
interface Api {
    /** Asks for a path below {@code /api/v1}. */
    Answer get(String path);

    /**
     * What came back.
     *
     * @param version from the ETag; 0 without
     */
    record Answer(int status, long version, JsonNode body) {
        boolean isThere() {
            return status == 200;
        }

        String text(String field) {
            return body.path(field).asString("");
        }
    }
}
