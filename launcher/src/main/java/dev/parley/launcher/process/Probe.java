package dev.parley.launcher.process;

/** Tells whether a started process can be used; called again and again, so it never blocks for long. */
@FunctionalInterface
public interface Probe {
    boolean ready(ProcessHandle process);
}
