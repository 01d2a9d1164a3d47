package dev.parley.gateway.apikeys;

import static dev.parley.contracts.Role.ADMIN;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.contracts.id.ApiKeyId;
import dev.parley.gateway.apikeys.ApiKeyCommand.IssueKey;
import dev.parley.gateway.apikeys.ApiKeyCommand.RotateKey;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.Receipt;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.Caller;
import dev.parley.platform.web.Answers;
import dev.parley.platform.web.Answers.CommandResult;
import dev.parley.platform.web.Page;
import dev.parley.platform.web.PageRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An organization's API keys; a key cannot manage keys. */
@RestController
@RequestMapping(ApiKeyController.PATH)
class ApiKeyController {

    static final String PATH = "/api/v1/api-keys";
    private static final int USUAL_OVERLAP = 24;
    private static final int LONGEST_OVERLAP = 720;

    private final ApiKeys keys;
    private final AggregateStore<ApiKey> store;
    private final KeyUses uses;

    ApiKeyController(ApiKeys keys, AggregateStore<ApiKey> store, KeyUses uses) {
        this.keys = keys;
        this.store = store;
        this.uses = uses;
    }

    record NewKey(
            @NotBlank @Size(max = 100) String name,
            @NotEmpty Set<String> scopes,
            @Nullable Instant expiresAt) {}

    /** For how long the secret there is goes on beside the new one. */
    record Rotation(@Nullable @Min(0) @Max(LONGEST_OVERLAP) Integer overlapHours) {

        Duration overlap() {
            return Duration.ofHours(overlapHours == null ? USUAL_OVERLAP : overlapHours);
        }
    }

    /** The only time the key itself is told; a repeat of the request gets the same without it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Issued(String id, long version, @Nullable String key) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            long version,
            String name,
            SortedSet<String> scopes,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,
            @Nullable Instant formerUntil,
            @Nullable Instant lastUsedAt) {

        static View of(Aggregate<ApiKey> one, Map<String, Instant> uses) {
            ApiKey key = one.state();
            return new View(
                    one.id(),
                    one.version(),
                    key.name(),
                    new TreeSet<>(key.scopes()),
                    one.createdAt(),
                    key.expiresAt(),
                    key.revokedAt(),
                    key.former() == null ? null : key.former().until(),
                    uses.get(one.id()));
        }
    }

    @PostMapping
    @Access(roles = ADMIN)
    ResponseEntity<Issued> issue(CommandContext context, @Valid @RequestBody NewKey request) {
        var secret = ApiKeySecret.random();
        Receipt receipt = keys.issue(
                context,
                new IssueKey(
                        request.name().strip(),
                        secret.hash(),
                        Scopes.checked(request.scopes()),
                        request.expiresAt(),
                        context.now()));
        return told(context, receipt, secret, ResponseEntity.created(URI.create(PATH + "/" + receipt.id())));
    }

    @PostMapping("/{id}/rotation")
    @Access(roles = ADMIN)
    ResponseEntity<Issued> rotate(
            CommandContext context, @PathVariable ApiKeyId id, @Valid @RequestBody Rotation request) {
        var secret = ApiKeySecret.random();
        Receipt receipt = keys.rotate(context, new RotateKey(id, secret.hash(), request.overlap(), context.now()));
        return told(context, receipt, secret, ResponseEntity.ok());
    }

    private ResponseEntity<Issued> told(
            CommandContext context, Receipt receipt, ApiKeySecret secret, ResponseEntity.BodyBuilder answer) {
        boolean fresh =
                store.get(context.organization(), receipt.id()).state().hash().equals(secret.hash());
        return answer.eTag("\"" + receipt.version() + "\"")
                .body(new Issued(receipt.id(), receipt.version(), fresh ? secret.value() : null));
    }

    @GetMapping
    @Access(roles = ADMIN)
    ResponseEntity<Page<View>> list(Caller caller, PageRequest request) {
        Page<Aggregate<ApiKey>> page = store.list(caller.organization(), request);
        Map<String, Instant> used =
                uses.of(page.items().stream().map(Aggregate::id).toList());
        return page.map(one -> View.of(one, used)).toResponse();
    }

    @GetMapping("/{id}")
    @Access(roles = ADMIN)
    ResponseEntity<View> get(Caller caller, @PathVariable ApiKeyId id) {
        return Answers.of(store.get(caller.organization(), id.value()), one -> View.of(one, uses.of(Set.of(one.id()))));
    }

    @DeleteMapping("/{id}")
    @Access(roles = ADMIN)
    ResponseEntity<CommandResult> revoke(CommandContext context, @PathVariable ApiKeyId id) {
        return Answers.to(keys.revoke(context, id), PATH);
    }
}
