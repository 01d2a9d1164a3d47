package dev.parley.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import dev.parley.platform.error.DomainException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTests {

    private static final Instant TIME = Instant.parse("2026-03-02T09:30:00.120Z");

    @Test
    void cursorContinuesBehindItsItem() {
        var request = new PageRequest(20, PageRequest.cursor(TIME, "some-id"));

        assertThat(request.after("createdAt").toBsonDocument())
                .isEqualTo(Filters.or(
                                Filters.lt("createdAt", TIME),
                                Filters.and(Filters.eq("createdAt", TIME), Filters.lt("_id", "some-id")))
                        .toBsonDocument());
    }

    @Test
    void firstPageIsNotConfined() {
        assertThat(new PageRequest(20, null).after("createdAt").toBsonDocument())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "bm90aGluZw", "c29vbiBpZA", "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwIGlk", "€"})
    void anythingElseIsNoCursor(String cursor) {
        assertThatThrownBy(() -> new PageRequest(20, cursor).after("createdAt"))
                .isInstanceOfSatisfying(
                        DomainException.Invalid.class,
                        fault -> assertThat(fault.errors())
                                .extracting("pointer", "detail")
                                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                                        "/cursor", "expected a cursor from an earlier page")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101, Integer.MAX_VALUE})
    void limitIsOneToAHundred(int limit) {
        assertThatThrownBy(() -> new PageRequest(limit, null)).isInstanceOf(DomainException.Invalid.class);
    }

    @Test
    void pageHasACursorOnlyWhenThereIsMore() {
        assertThat(Page.of(List.of("a", "b"), 2, last -> "after " + last))
                .isEqualTo(new Page<>(List.of("a", "b"), null));
        assertThat(Page.of(List.of("a", "b", "c"), 2, last -> "after " + last))
                .isEqualTo(new Page<>(List.of("a", "b"), "after b"));
        assertThat(Page.of(List.of("a", "b", "c"), 2, last -> "after " + last).map(String::length))
                .isEqualTo(new Page<>(List.of(1, 1), "after b"));
    }
}
