package dev.parley.analytics.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.ApplicationEvent;
import dev.parley.contracts.ContractsJson;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.EvaluationEvent;
import dev.parley.contracts.EventCodec;
import dev.parley.contracts.EventMetadata;
import dev.parley.contracts.EventTypes;
import dev.parley.contracts.SessionEvent;
import dev.parley.contracts.Subject;
import dev.parley.contracts.id.OrganizationId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Turns events into records as services publish them: one sequence per subject, each event with an id of its own. */
public final class History {

    private final OrganizationId organization;
    private final String id;
    private final Map<AggregateKind, Long> sequences = new EnumMap<>(AggregateKind.class);

    public History(OrganizationId organization, String id) {
        this.organization = organization;
        this.id = id;
    }

    public List<ProducerRecord<String, byte[]>> of(DomainEvent... events) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (DomainEvent event : events) {
            records.add(next(event));
        }
        return records;
    }

    public ProducerRecord<String, byte[]> next(DomainEvent event) {
        return next(
                kindOf(event), EventTypes.nameOf(event), ContractsJson.events().writeValueAsString(event));
    }

    public ProducerRecord<String, byte[]> next(AggregateKind kind, String type, String json) {
        return at(sequences.merge(kind, 1L, Long::sum), kind, type, json);
    }

    /** As if events had been lost in between. */
    public void skip(AggregateKind kind) {
        sequences.merge(kind, 1L, Long::sum);
    }

    ProducerRecord<String, byte[]> at(long sequence, AggregateKind kind, String type, String json) {
        var metadata = new EventMetadata(
                UUID.randomUUID().toString(),
                type,
                new Subject(kind, id),
                sequence,
                organization,
                "system",
                "correlation-1",
                null,
                false,
                Interviews.MONDAY,
                id);
        return EventCodec.toRecord(metadata, json.getBytes(UTF_8), null);
    }

    private static AggregateKind kindOf(DomainEvent event) {
        return switch (event) {
            case SessionEvent _ -> AggregateKind.SESSION;
            case EvaluationEvent _ -> AggregateKind.EVALUATION;
            case ApplicationEvent _ -> AggregateKind.APPLICATION;
            default -> throw new IllegalArgumentException("no figure depends on " + event);
        };
    }
}
