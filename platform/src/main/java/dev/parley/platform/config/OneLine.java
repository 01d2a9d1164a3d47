package dev.parley.platform.config;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.Ordered;

/** The last word of a process that cannot start, for whoever reads its output: logging may not be there yet, or no more. */
public final class OneLine implements FailureAnalysisReporter, Ordered {

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void report(FailureAnalysis analysis) {
        // the framework's own report would say it again, over many lines
        LoggingSystem.get(getClass().getClassLoader())
                .setLogLevel(FailureAnalysis.class.getPackageName(), LogLevel.OFF);
        // not closed: the descriptor belongs to the process
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8).println(of(analysis));
    }

    static String of(FailureAnalysis analysis) {
        String advice = analysis.getAction() == null ? "" : " " + analysis.getAction();
        return (analysis.getDescription() + advice).replaceAll("\\s+", " ").strip();
    }
}
