package dev.parley.analytics.feed;

import dev.parley.analytics.feed.FeedReader.Stretch;
import dev.parley.analytics.feed.FeedRequest.Wanted;
import dev.parley.analytics.updates.TokenEnds;
import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.Caller;
import dev.parley.platform.web.Page;
import dev.parley.platform.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The feed, page by page or as a stream; both give the same events and the same cursors. */
@RestController
class FeedController {

    private static final String PATH = "/api/v1/events";
    private static final String SCOPE = "events:read";

    private final Feed feed;
    private final TokenEnds tokens;

    FeedController(Feed feed, TokenEnds tokens) {
        this.feed = feed;
        this.tokens = tokens;
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(
            roles = {Role.ADMIN},
            scope = SCOPE)
    @Operation(
            summary = "The organization's events from a cursor on, or from the beginning",
            description = "Each event at least once, those of one subject in order. Keep the cursor when the events are"
                    + " done with, and send it with the next request.")
    ResponseEntity<FeedPage> page(
            Caller caller,
            PageRequest page,
            @ParameterObject FeedRequest request,
            @Parameter(description = "without an event, seconds to wait for one: 0 to 30", example = "30")
                    @RequestParam(name = "wait", required = false)
                    @Nullable
                    String wait)
            throws InterruptedException {
        Wanted wanted = request.read();
        Duration patience = FeedRequest.patience(wait);
        OrganizationId organization = caller.organization();
        Cursor from = feed.begin(organization, null, page.cursor(), wanted);
        Stretch stretch = feed.read(organization, from, wanted, page.limit(), patience);
        String cursor = feed.write(stretch.end(), organization);
        return ResponseEntity.ok().header(HttpHeaders.LINK, Page.linkTo(cursor)).body(FeedPage.of(stretch, cursor));
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Access(
            roles = {Role.ADMIN},
            scope = SCOPE)
    @Operation(
            summary = "The same as server-sent events, each with a cursor as its id",
            description = "The stream ends with the caller's token: connect again with Last-Event-ID.")
    SseEmitter stream(
            Caller caller,
            PageRequest page,
            @ParameterObject FeedRequest request,
            @Parameter(description = "goes before the cursor")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable
                    String lastEventId,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        Wanted wanted = request.read();
        OrganizationId organization = caller.organization();
        Cursor from = feed.begin(organization, lastEventId, page.cursor(), wanted);
        Instant until = tokens.of(authorization);
        // the stream itself knows when to end
        var emitter = new SseEmitter(0L);
        var stream = new EventStream(feed, organization, wanted, until, emitter);
        Thread.ofVirtual().name("events").start(() -> stream.run(from));
        return emitter;
    }
}
