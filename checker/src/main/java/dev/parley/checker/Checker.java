package dev.parley.checker;

import dev.parley.checker.Event.Place;
import dev.parley.checker.Run.Organization;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** All checks of one run. */
final class Checker {
    private final Run run;
    private final Web web = new Web();
    private final Findings findings = new Findings();

    Checker(Run run) {
        this.run = run;
    }

    /** Looks at everything; gives the exit code. */
    int check(Report report) throws InterruptedException {
        try (var topics = new Topics(run.kafka())) {
            Duration rest = new Healing(run, topics, web, findings).await();
            List<ConsumerRecord<byte[], byte[]>> records = topics.events();
            judge(History.of(
                    records.stream()
                            .filter(record -> !run.poison()
                                    .contains(new Place(record.topic(), record.partition(), record.offset())))
                            .map(EventReader::read)
                            .toList(),
                    findings));
            return report.print(findings, rest, records.size());
        }
    }

    private void judge(History history) {
        new Commands(run.commands(), history, findings).check();
        new Causes(history, findings).check();
        history.subjects()
                .values()
                .forEach(events ->
                        LifeCycle.of(events.getFirst().kind()).ifPresent(cycle -> cycle.check(events, findings)));
        new Updates(run.commands(), history, findings).check();
        var tenants = new Tenants(history, findings);
        tenants.events(run.organizations().stream().map(Organization::id).toList());
        tenants.commands(run.commands());
        run.organizations().forEach(organization -> judge(organization, history.within(organization.id()), tenants));
    }

    /** What one organization sees, and nobody else does. */
    private void judge(Organization organization, History own, Tenants tenants) {
        Api api = web.api(run.gateway(), organization.key(), "");
        new Owners(api, run.commands(), own, findings).check();
        new Dashboards(api, own, findings).check();
        new Feed(api, own, findings).check();
        tenants.lists(own, api);
        tenants.strangers(
                own,
                organization.strangers().stream()
                        .map(stranger -> web.api(run.gateway(), stranger.key(), stranger.organization()))
                        .toList());
    }
}
