package dev.parley.launcher.infrastructure;

/** The order in which processes are stopped: those that use others first. */
public final class Rank {
    public static final int GATEWAY = 0;
    public static final int SERVICE = 1;
    public static final int KAFKA = 2;
    public static final int MONGODB = 3;
    public static final int REDIS = 4;

    private Rank() {}
}
