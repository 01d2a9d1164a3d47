package dev.parley.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.PositionEvent.PositionOpened;
import dev.parley.contracts.id.PositionId;
import dev.parley.platform.Service.Answer;
import dev.parley.platform.ServiceTest;
import dev.parley.testkit.Engines;
import dev.parley.testkit.Engines.Engine;
import dev.parley.testkit.EventProbe;
import dev.parley.testkit.Events;
import java.time.Instant;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class MongoAwayIT extends ServiceTest {

    @Test
    void databaseThatDiesDelaysEffectsAndLosesNone() {
        String id = newId();
        Events position = Events.of(organization, AggregateKind.POSITION, id);
        var opened = new PositionOpened(new PositionId(id), "UTC", Instant.EPOCH);
        EventProbe.publish(Stream.of(position.next(opened)).map(Events::record).toList());
        soon().untilAsserted(() -> assertThat(effects(id)).hasSize(1));
        long lettersBefore = mongo.getCollection("deadLetters").countDocuments();

        Engines.shared().kill(Engine.MONGOD);
        EventProbe.publish(Stream.of(position.next(opened), position.next(opened))
                .map(Events::record)
                .toList());
        String key = newId();
        Answer during = recruiter().postWithKey(key, OPENINGS, "{\"timeZone\": \"UTC\"}");

        assertThat(during.status()).as(during.raw().body()).isIn(201, 503);
        soon().ignoreExceptions()
                .untilAsserted(() -> assertThat(effects(id)).containsExactly("1 opened", "2 opened", "3 opened"));
        assertThat(mongo.getCollection("deadLetters").countDocuments(new Document()))
                .isEqualTo(lettersBefore);
        assertThat(recruiter().post(OPENINGS, "{\"timeZone\": \"UTC\"}").status())
                .isEqualTo(201);
    }
}
