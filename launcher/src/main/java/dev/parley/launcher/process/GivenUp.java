package dev.parley.launcher.process;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What to tell about a process that never became ready: its own last words say more than we can. */
final class GivenUp {
    private static final int SCANNED_LINES = 200;
    private static final int SHOWN_LINES = 4;
    private static final int SHOWN_WIDTH = 300;
    private static final Pattern TROUBLE =
            Pattern.compile("\\b(ERROR|FATAL|Caused by|Exception in)\\b|\"s\":\"[EF]\"|Error occurred|error:");

    // the words inside a line that is a JSON object
    private static final Pattern MESSAGE = Pattern.compile("\"(?:msg|message)\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    private GivenUp() {}

    static String sentence(ProcessSpec spec, String end) {
        var last = lastWords(new LogFile(spec.log()).tail(SCANNED_LINES));
        return spec.advice().isEmpty()
                ? "%s %s and is given up: its log, %s, tells what to mend.%s"
                        .formatted(spec.name(), end, spec.log(), last)
                : "%s %s and is given up: %s; its log is %s.%s"
                        .formatted(spec.name(), end, spec.advice(), spec.log(), last);
    }

    /** The last lines that look like trouble, else simply the last ones. */
    static String lastWords(List<String> log) {
        var trouble = log.stream().filter(line -> TROUBLE.matcher(line).find()).toList();
        var shown = (trouble.isEmpty() ? log : trouble)
                .stream().map(GivenUp::words).distinct().toList();
        return shown.stream()
                .skip(Math.max(0, shown.size() - SHOWN_LINES))
                .map(line -> "\n  | " + line)
                .collect(Collectors.joining());
    }

    private static String words(String line) {
        var messages = MESSAGE.matcher(line)
                .results()
                .map(match -> match.group(1).replace("\\n", " ").strip())
                .collect(Collectors.joining(": "));
        var words = messages.isEmpty() ? line : messages;
        return words.length() > SHOWN_WIDTH ? words.substring(0, SHOWN_WIDTH) + "…" : words;
    }
}
