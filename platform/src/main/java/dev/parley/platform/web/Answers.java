package dev.parley.platform.web;

import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.Receipt;
import java.net.URI;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/** The two forms of answer: to a command, and to a look at one resource. */
public final class Answers {

    private Answers() {}

    /** What a command's caller gets in the body; all of it follows from the stored outcome. */
    public record CommandResult(String id, long version) {}

    /** To a command on a resource whose address is {@code collectionPath/id}. */
    public static ResponseEntity<CommandResult> to(Receipt receipt, String collectionPath) {
        var response = ResponseEntity.status(receipt.status()).eTag(etag(receipt.version()));
        if (receipt.status() == 201) {
            response.location(URI.create(collectionPath + "/" + receipt.id()));
        }
        return response.body(new CommandResult(receipt.id(), receipt.version()));
    }

    /** One resource with its version. */
    public static <S, V> ResponseEntity<V> of(Aggregate<S> aggregate, Function<Aggregate<S>, V> view) {
        return ResponseEntity.ok().eTag(etag(aggregate.version())).body(view.apply(aggregate));
    }

    private static String etag(long version) {
        return "\"" + version + "\"";
    }
}
