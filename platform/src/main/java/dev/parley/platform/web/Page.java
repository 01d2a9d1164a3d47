package dev.parley.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** One page of a list; {@code next} is the cursor of the page after it, absent on the last. */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** From one item more than asked for, if there are more. */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()));
    }

    public <R> Page<R> map(Function<? super T, R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), next);
    }

    /** The answer to a list request, with a link to the next page. */
    public ResponseEntity<Page<T>> toResponse() {
        var response = ResponseEntity.ok();
        if (next != null) {
            response.header(HttpHeaders.LINK, linkTo(next));
        }
        return response.body(this);
    }

    /** The present request with another cursor, as the value of a Link header. */
    public static String linkTo(String cursor) {
        String address = ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam("cursor", cursor)
                .toUriString();
        return "<" + address + ">; rel=\"next\"";
    }
}
