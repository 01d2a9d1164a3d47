package dev.parley.question.packs;

import static dev.parley.contracts.Role.ADMIN;
import static dev.parley.contracts.Role.INTERVIEWER;
import static dev.parley.contracts.Role.RECRUITER;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.contracts.id.PackId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.Caller;
import dev.parley.platform.web.Answers;
import dev.parley.platform.web.Page;
import dev.parley.platform.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Imported packs over HTTP. */
@Tag(name = "Packs")
@RestController
@RequestMapping("/api/v1/packs")
class PackController {

    private final PackService packs;
    private final PackSchema schema;

    PackController(PackService packs, PackSchema schema) {
        this.packs = packs;
        this.schema = schema;
    }

    /** A pack as its readers see it; {@code current} is the version imported last. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PackView(
            String id,
            long version,
            String key,
            String current,
            String name,
            @Nullable String description,
            String language,
            String licence,
            List<String> authors,
            List<Pack.Edition> editions) {

        static PackView of(Aggregate<Pack> found) {
            PackHeader header = found.state().header();
            return new PackView(
                    found.id(),
                    found.version(),
                    header.key(),
                    header.version(),
                    header.name(),
                    header.description(),
                    header.language(),
                    header.licence(),
                    header.authors(),
                    found.state().editions());
        }
    }

    @Operation(summary = "List imported packs, newest first")
    @GetMapping
    @Access(
            roles = {ADMIN, RECRUITER, INTERVIEWER},
            scope = "catalog:read")
    ResponseEntity<Page<PackView>> list(Caller caller, PageRequest page) {
        return packs.list(caller.organization(), page).map(PackView::of).toResponse();
    }

    @Operation(summary = "One pack and the editions imported so far")
    @GetMapping("/{id}")
    @Access(
            roles = {ADMIN, RECRUITER, INTERVIEWER},
            scope = "catalog:read")
    ResponseEntity<PackView> get(Caller caller, @PathVariable PackId id) {
        return Answers.of(packs.get(caller.organization(), id), PackView::of);
    }

    @Operation(summary = "The JSON Schema of the pack format")
    @GetMapping(path = "/schema", produces = "application/schema+json")
    @Access(
            roles = {ADMIN, RECRUITER, INTERVIEWER},
            scope = "catalog:read")
    String schema() {
        return schema.text();
    }
}
