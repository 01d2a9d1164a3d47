package dev.parley.contracts.published;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.EventTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type has a page, which says what the record says. */
class EventPagesTests {

    private static final Path FOLDER = Path.of("../docs/events");

    static List<EventPage> pages() {
        return EventTypes.everything().entrySet().stream()
                .map(event -> new EventPage(event.getKey(), event.getValue()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageIsTheApprovedOne(EventPage page) throws IOException {
        Approved.matches(FOLDER.resolve(page.file()), page.render(new Samples()));
    }

    @Test
    void indexIsTheApprovedOne() throws IOException {
        Approved.matches(FOLDER.resolve("README.md"), new EventIndex(pages()).render());
    }

    @Test
    void noPageIsLeftOver() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Stream.of("README.md"), pages().stream().map(EventPage::file))
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyEventSaysWhenAndWhy(EventPage page) {
        assertThat(Texts.of(page.type()).value()).endsWith(".");
        assertThat(Texts.of(page.type()).why()).endsWith(".");
    }
}
