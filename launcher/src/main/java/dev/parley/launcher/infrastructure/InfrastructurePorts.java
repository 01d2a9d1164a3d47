package dev.parley.launcher.infrastructure;

/** Where the infrastructure listens on loopback. */
public record InfrastructurePorts(int kafka, int kafkaController, int mongodb, int redis) {
    /** Preferred ports counted from a base; without a base any free ones. */
    public static InfrastructurePorts from(Ports ports, int base) {
        return new InfrastructurePorts(
                ports.preferring(base == 0 ? 0 : base + 12),
                ports.preferring(base == 0 ? 0 : base + 13),
                ports.preferring(base == 0 ? 0 : base + 17),
                ports.preferring(base == 0 ? 0 : base + 19));
    }
}
