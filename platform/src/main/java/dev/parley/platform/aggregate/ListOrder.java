package dev.parley.platform.aggregate;

import static org.springframework.data.domain.Sort.Direction.ASC;
import static org.springframework.data.domain.Sort.Direction.DESC;

import dev.parley.platform.web.PageRequest;
import java.time.Instant;
import java.util.function.Function;
import org.springframework.data.mongodb.core.index.Index;

/**
 * In which order lists of aggregates go: latest first by a time that each of them has, then by id.
 *
 * @param field where the time is in the document; fields of the state are {@code state.…}
 * @param time the same time in the aggregate
 */
public record ListOrder<S>(String field, Function<Aggregate<S>, Instant> time) {

    /** When it was recorded. */
    public static <S> ListOrder<S> byCreation() {
        return new ListOrder<>("createdAt", Aggregate::createdAt);
    }

    /** For lists in this order that are confined to one value of each of these fields. */
    public Index index(String... confined) {
        Index index = new Index().on("organizationId", ASC);
        for (String one : confined) {
            index.on(one, ASC);
        }
        return index.on(field, DESC).on("_id", DESC);
    }

    String cursorBehind(Aggregate<S> item) {
        return PageRequest.cursor(time.apply(item), item.id());
    }
}
