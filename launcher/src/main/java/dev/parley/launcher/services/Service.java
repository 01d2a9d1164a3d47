package dev.parley.launcher.services;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The deployables, in the order in which they are started. */
public enum Service {
    GATEWAY("gateway"),
    QUESTION("question-service"),
    SESSION("session-service"),
    SCORING("scoring-service"),
    ANALYTICS("analytics-service");

    private final String module;

    Service(String module) {
        this.module = module;
    }

    /** The Maven module, whose folder and jar have this name. */
    public String module() {
        return module;
    }

    /** As people call it, and the first part of its instances' names. */
    public String shortName() {
        return module.replace("-service", "");
    }

    /** The gateway tells where each of the others is by a variable of this name. */
    String uriVariable() {
        return "PARLEY_" + name() + "_URI";
    }

    /** By either of its names. */
    public static Optional<Service> named(String name) {
        return Arrays.stream(values())
                .filter(service -> name.equals(service.module) || name.equals(service.shortName()))
                .findFirst();
    }

    static List<Service> behindGateway() {
        return Arrays.stream(values()).filter(service -> service != GATEWAY).toList();
    }
}
