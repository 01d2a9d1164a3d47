package dev.parley.launcher.services;

import dev.parley.launcher.infrastructure.DataDirectory;
import dev.parley.launcher.infrastructure.LocalInfrastructure;
import dev.parley.launcher.process.ProcessLedger;
import dev.parley.launcher.process.Supervisor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All processes of the local platform. */
public final class Platform implements AutoCloseable {
    private final DataDirectory data;
    private final PortPlan plan;
    private final Map<String, String> settings;
    private final Supervisor supervisor;
    private final AotTraining training;
    private volatile List<ServiceProcess> services = List.of();

    /** What happens to a child later is reported one sentence at a time. */
    public Platform(DataDirectory data, PortPlan plan, Consumer<String> report) {
        this(data, plan, Map.of(), report);
    }

    /** With variables that every service gets beside its own. */
    public Platform(DataDirectory data, PortPlan plan, Map<String, String> settings, Consumer<String> report) {
        this.data = data;
        this.plan = plan;
        this.settings = settings;
        this.supervisor = new Supervisor(new ProcessLedger(data.run()), report);
        this.training = new AotTraining(data);
    }

    public Supervisor supervisor() {
        return supervisor;
    }

    /** Starts everything and waits until all of it is ready. */
    public void start(JarStore jars, Secrets secrets, Map<String, String> environment, Consumer<String> say) {
        Stream.of(Service.values()).parallel().forEach(jars::extracted);
        var infrastructure = LocalInfrastructure.start(data, plan.infrastructure(), environment, supervisor, say);
        services = plan.instances().stream()
                .map(instance -> ServiceProcess.of(
                        instance,
                        jars.extracted(instance.service()),
                        data,
                        environment(instance, infrastructure, secrets)))
                .toList();
        supervisor.awaitReady(services.stream()
                .map(service -> supervisor.start(service.spec()))
                .toList());
    }

    private Map<String, String> environment(Instance instance, LocalInfrastructure infrastructure, Secrets secrets) {
        var environment = new HashMap<>(settings);
        environment.putAll(ServiceProcess.environment(instance, plan, infrastructure, data, secrets));
        return environment;
    }

    /** To be called when nobody is waiting for anything any more. */
    public CompletableFuture<Void> prepareNextStart() {
        return training.start(services);
    }

    @Override
    public void close() {
        training.close();
        supervisor.close();
    }
}
