package dev.parley.contracts.published;

import dev.parley.contracts.EventTypes;
import dev.parley.contracts.Topic;
import java.util.List;

/** The first page of {@code docs/events}: what to know before reading any of them, and where they are. */
record EventIndex(List<EventPage> pages) {

    private static final String INTRODUCTION = """
            # Events

            Whatever happens in Parley is an event on one of four Kafka topics, in the form of
            [CloudEvents 1.0.2](https://github.com/cloudevents/spec), binary mode: attributes are headers, the value is JSON.
            Written by a test from the records in `contracts`, like the schemas and the AsyncAPI document.

            | what | where, below the gateway's address | in the repository |
            |---|---|---|
            | AsyncAPI 3 document of all of this | `/asyncapi` | [asyncapi.json](../../contracts/src/main/resources/asyncapi.json) |
            | JSON Schema 2020-12 of one type | `/schemas/<type>.json` | [schemas](../../contracts/src/main/resources/schemas) |

            ## What to rely on
            - **Identity.** `ce_subject` and `ce_sequence` identify an event. Delivery is at least once: skip a sequence you had.
              The sequence of a subject starts at 1 and has no gaps; first occurrences come in order.
            - **Order.** The record key is the subject's id, so all events of one subject are in one partition. An interview and
              its evaluation have the same id.
            - **Whose.** `ce_organizationid` names the organization; `ce_correlationid` is one per command and kept through all
              that follows from it; `ce_causationid` names the event that caused this one.
            - **Schema.** `ce_dataschema` is `urn:parley:schema:<type>`, the `$id` of the JSON Schema that the gateway serves at
              `/schemas/<type>.json`: the same in every installation, and no address, since events outlive addresses. Records
              of before this rule have `/schemas/<type>.json` there, which CloudEvents does not allow; go by `ce_type`.
            - **Imported history.** `ce_imported` is `true` for events that tell of the past: count them, but remind nobody.
            - **People.** There is no name, address or free text about a person in any event; ids lead to them through the API.

            ## How events change
            Ignore fields and types you do not know. Within a version only optional fields are added; types, ranges, required
            fields and the constants of an enumeration stay as they are. Anything else is a new version with a name of its own
            ([decision record](../adr/0007-new-versions-of-events.md)). What was written stays as it is: whoever reads from the
            beginning meets former versions too.

            ## All of them
            """;

    String render() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (Topic topic : Topic.values()) {
            page.append("\n### ").append(topic.topicName()).append("\n");
            page.append("Written by ").append(topic.owner()).append(".\n\n| event | when |\n|---|---|\n");
            pages.stream()
                    .filter(event -> EventTypes.kindOf(event.type()).topic() == topic)
                    .map(EventIndex::row)
                    .forEach(page::append);
        }
        return page.toString();
    }

    private static String row(EventPage event) {
        return "| [%s](%s) | %s%s |\n"
                .formatted(
                        event.name(),
                        event.file(),
                        Texts.of(event.type()).value(),
                        Lifetime.of(event.type()).isFormer() ? " *Former version.*" : "");
    }
}
