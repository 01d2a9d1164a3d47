package dev.parley.platform.config;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** The last word of a process that cannot start, for whoever reads its output: logging may not be there yet, or no more. */
public final class OneLine implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        // not closed: the descriptor belongs to the process
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8).println(of(analysis));
    }

    static String of(FailureAnalysis analysis) {
        String advice = analysis.getAction() == null ? "" : " " + analysis.getAction();
        return (analysis.getDescription() + advice).replaceAll("\\s+", " ").strip();
    }
}
