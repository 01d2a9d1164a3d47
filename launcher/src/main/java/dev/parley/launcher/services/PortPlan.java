package dev.parley.launcher.services;

import dev.parley.launcher.infrastructure.InfrastructurePorts;
import dev.parley.launcher.infrastructure.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who listens where: the gateway on its port, the others near it, or anywhere when those places are taken. */
public record PortPlan(List<Instance> instances, InfrastructurePorts infrastructure) {
    private static final int REPLICAS = 20;

    /** Base 0: any free ports. The gateway gets the base itself, whether or not it is free. */
    public static PortPlan of(Ports ports, int base, Map<Service, Integer> replicas) {
        var instances = new ArrayList<Instance>();
        int further = REPLICAS;
        for (var service : Service.values()) {
            instances.add(new Instance(service, 1, ports.preferring(at(base, service.ordinal()))));
            for (int number = 2; number <= replicas.getOrDefault(service, 1); number++) {
                instances.add(new Instance(service, number, ports.preferring(at(base, further++))));
            }
        }
        return new PortPlan(List.copyOf(instances), InfrastructurePorts.from(ports, base));
    }

    public Instance gateway() {
        return of(Service.GATEWAY).getFirst();
    }

    List<Instance> of(Service service) {
        return instances.stream()
                .filter(instance -> instance.service() == service)
                .toList();
    }

    /** Comma-separated base addresses. */
    String uris(Service service) {
        return of(service).stream().map(instance -> instance.uri().toString()).collect(Collectors.joining(","));
    }

    private static int at(int base, int offset) {
        return base == 0 ? 0 : base + offset;
    }
}
