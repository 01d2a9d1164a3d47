package dev.parley.analytics.updates;

import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Lets a board know when to read its figures again. */
@RestController
class UpdatesController {

    private final UpdateStreams streams;
    private final Revisions revisions;
    private final TokenEnds tokens;

    UpdatesController(UpdateStreams streams, Revisions revisions, TokenEnds tokens) {
        this.streams = streams;
        this.revisions = revisions;
        this.tokens = tokens;
    }

    @GetMapping(path = "/api/v1/analytics/updates", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Access(
            roles = {Role.ADMIN, Role.RECRUITER},
            scope = "analytics:read")
    @Operation(
            summary = "Server-sent events: revision, a number that grows whenever a figure of the organization changed",
            description = "The present revision comes first. The stream ends with the caller's token: connect again.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string", example = "event:revision\nid:7\ndata:7\n\n")))
    SseEmitter updates(
            Caller caller, @Parameter(hidden = true) @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        OrganizationId organization = caller.organization();
        SseEmitter stream = streams.open(organization, tokens.of(authorization));
        streams.signal(organization, revisions.current(organization));
        return stream;
    }
}
