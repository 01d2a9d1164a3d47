package dev.parley.checker;

import static dev.parley.checker.Invariant.I5;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** No acknowledged update is overwritten by somebody who had not seen it (I5). */
final class Updates {
    private final List<Command> commands;
    private final History history;
    private final Findings findings;

    Updates(List<Command> commands, History history, Findings findings) {
        this.commands = commands;
        this.history = history;
        this.findings = findings;
    }

    void check() {
        Map<String, List<Command>> claims = new LinkedHashMap<>();
        commands.stream()
                .filter(command -> command.isAcknowledged() && command.ifMatch() != null)
                .forEach(command -> {
                    claims.computeIfAbsent(
                                    resource(command) + " at version " + command.ifMatch(), _ -> new ArrayList<>())
                            .add(command);
                    onTop(command);
                });
        claims.forEach((claim, winners) -> findings.require(
                I5,
                "conditional updates",
                winners.size() == 1,
                claim,
                "one command to win",
                winners.stream().map(Command::name).toList()));
        ratings();
    }

    private void onTop(Command command) {
        long made = command.acknowledgement().orElseThrow().version();
        long expected = (command.ifMatch() == null ? 0 : command.ifMatch()) + 1;
        findings.require(
                I5,
                "versions made",
                made == expected,
                resource(command),
                command.name() + " to make version " + expected,
                "version " + made);
    }

    /** The last acknowledged edit of each field is what is revealed, unless a later one got no answer. */
    private void ratings() {
        Map<String, Command> last = new LinkedHashMap<>();
        commands.stream()
                .filter(command -> command.path().contains("/ratings/") && command.fate() != Command.Fate.REFUSED)
                .forEach(command -> last.merge(field(command), command, Updates::later));
        last.values().stream().filter(Command::isAcknowledged).forEach(this::revealed);
    }

    private void revealed(Command command) {
        String[] parts = command.path().split("/");
        history.of("evaluation/" + parts[4]).stream()
                .filter(event -> event.is("evaluation.revealed"))
                .forEach(event -> findings.require(
                        I5,
                        "ratings revealed",
                        rating(event, command.body().path("client").asString(), parts[6])
                                == command.body().path("rating").asInt(),
                        event.subject(),
                        "the rating of " + command.name() + " " + command.body(),
                        event.data().path("cards")));
    }

    private static int rating(Event revealed, String interviewer, String item) {
        for (JsonNode card : revealed.data().path("cards")) {
            for (JsonNode rating : card.path("ratings")) {
                if (card.path("interviewerId").asString("").equals(interviewer)
                        && rating.path("itemId").asString("").equals(item)) {
                    return rating.path("rating").asInt();
                }
            }
        }
        return 0;
    }

    private static String field(Command command) {
        return command.path() + " by " + command.body().path("client").asString();
    }

    private static Command later(Command one, Command other) {
        return one.body().path("counter").asLong()
                        > other.body().path("counter").asLong()
                ? one
                : other;
    }

    private static String resource(Command command) {
        return command.method().equals("PUT")
                ? command.path()
                : command.path().substring(0, command.path().lastIndexOf('/'));
    }
}
