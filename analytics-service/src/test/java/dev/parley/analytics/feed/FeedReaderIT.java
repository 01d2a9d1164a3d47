package dev.parley.analytics.feed;

import static dev.parley.analytics.feed.Topics.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import dev.parley.analytics.feed.FeedReader.Delivered;
import dev.parley.analytics.feed.FeedReader.Stretch;
import dev.parley.contracts.EventTypes;
import dev.parley.contracts.Topic;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.inbox.SequenceGapException;
import dev.parley.testkit.Engines;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What readers get of events that come when readers are past their places, and what reading costs. */
class FeedReaderIT {

    private static final Set<String> ALL = Set.of();

    private final OrganizationId organization =
            new OrganizationId(UUID.randomUUID().toString());
    private final String database = "feed-" + UUID.randomUUID();
    private final MongoClient client = client(new CommandListener() {});
    private final MongoTemplate mongo = new MongoTemplate(client, database);
    private final FeedWriter writer = new FeedWriter(mongo);
    private final FeedReader reader = new FeedReader(mongo);
    private final Topics topics = new Topics(writer, new LateWriter(writer, reader, mongo));
    private final List<ProducerRecord<String, byte[]>> session = Topics.session(organization);
    private final List<ProducerRecord<String, byte[]>> other = Topics.session(organization);

    @AfterEach
    void disconnect() {
        mongo.getDb().drop();
        client.close();
    }

    @Test
    void whoIsPastWhatComesLateGetsItOnceAndOthersFindItAtItsPlace() {
        topics.listen(at(10, session.get(0)), at(20, other.get(0)));
        Cursor past = read(Cursor.START, 9).end();
        topics.replay(at(11, session.get(1)));
        topics.replay(at(12, session.get(2)));
        topics.listen(at(21, other.get(1)));

        Stretch late = read(past, 1);
        Stretch later = read(late.end(), 9);
        assertThat(keys(late)).containsExactly(key(session, 1));
        assertThat(keys(later)).containsExactly(key(session, 2));
        assertThat(keys(read(later.end(), 9))).containsExactly(key(other, 1));
        assertThat(keys(read(begin(), 9)))
                .containsExactly(key(session, 0), key(session, 1), key(session, 2), key(other, 0), key(other, 1));
        assertThat(all(begin(), 1)).containsExactlyElementsOf(keys(read(begin(), 9)));
    }

    @Test
    void whoStandsBeforeThePlaceFindsItThereAndNotOnceMore() {
        topics.listen(at(10, session.get(0)), at(20, other.get(0)), at(30, other.get(1)));
        Cursor before = read(Cursor.START, 1).end();
        topics.replay(at(25, session.get(1)));
        assertThat(all(before, 1)).containsExactly(key(other, 0), key(session, 1), key(other, 1));
    }

    @Test
    void aSecondEventThatWasOnItsTopicBeforeTheFirstIsReadAfterIt() {
        topics.listen(at(10, session.get(0)), at(30, session.get(1)));
        topics.replay(at(20, session.get(2)));
        assertThat(all(begin(), 1)).containsExactly(key(session, 0), key(session, 1), key(session, 2));
    }

    @Test
    void nothingIsKeptBeforeWhatItFollows() {
        topics.listen(at(10, session.get(0)));
        assertThatExceptionOfType(SequenceGapException.class).isThrownBy(() -> topics.replay(at(12, session.get(2))));
        assertThatExceptionOfType(SequenceGapException.class).isThrownBy(() -> topics.listen(at(12, session.get(2))));
    }

    @Test
    void whatComesLateWhileAPageIsReadGoesBeforeWhatFollowsIt() {
        topics.listen(at(10, session.get(0)), at(20, other.get(0)));
        Cursor past = read(Cursor.START, 9).end();
        var afterTheFirstLook = new Step(() -> {
            topics.replay(at(11, session.get(1)));
            topics.listen(at(30, session.get(2)));
        });
        try (MongoClient watched = client(afterTheFirstLook)) {
            var reading = new FeedReader(new MongoTemplate(watched, database));
            Stretch first = reading.read(organization, past, ALL, 9);
            Stretch second = reading.read(organization, first.end(), ALL, 9);
            assertThat(keys(first)).containsExactly(key(session, 1));
            assertThat(keys(second)).containsExactly(key(session, 2));
        }
    }

    @Test
    void severalWhoReplayAtOnceGiveAReaderEachEventOnceAndInOrder() {
        var sessions =
                Stream.generate(() -> Topics.session(organization)).limit(30).toList();
        Cursor past = begin().from(Topic.PARTITIONS + 3, Kept.firstPlace(1_000));
        List<String> got = new ArrayList<>();
        Cursor cursor = past;
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            // each letter is drained by two who know nothing of each other
            List<? extends Future<?>> drains = IntStream.range(0, 60)
                    .mapToObj(i -> replicas.submit(() -> IntStream.range(0, 3)
                            .forEach(n -> topics.replay(
                                    at(3 * (i % 30) + n, sessions.get(i % 30).get(n))))))
                    .toList();
            while (!drains.stream().allMatch(Future::isDone)) {
                Stretch stretch = read(cursor, 4);
                got.addAll(keys(stretch));
                cursor = stretch.end();
            }
        }
        got.addAll(all(cursor, 4));
        assertThat(got).doesNotHaveDuplicates().hasSize(90);
        assertThat(got.stream()
                        .collect(Collectors.groupingBy(key -> key.split(" ")[0]))
                        .values())
                .hasSize(30)
                .allSatisfy(keys -> assertThat(keys).hasSize(3).isSorted());
    }

    @Test
    void aPageLooksAtWhatItGivesAndAtNothingElse() {
        fill(organization);
        fill(new OrganizationId(UUID.randomUUID().toString()));
        List<String> types = List.copyOf(EventTypes.everything().keySet());
        Cursor middle = begin();
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            middle = middle.from(lane, Kept.firstPlace(50));
        }
        assertThat(cost(begin(), ALL)).isLessThan(3 * Lane.COUNT);
        assertThat(cost(middle.after(20, Kept.firstPlace(70)), ALL)).isLessThan(3 * Lane.COUNT);
        assertThat(cost(middle, Set.of(types.getFirst()))).isLessThan(3 * Lane.COUNT);
        assertThat(cost(middle, Set.copyOf(types.subList(0, FeedRequest.MOST_TYPES))))
                .isLessThan(3 * FeedRequest.MOST_TYPES * Topic.PARTITIONS);
    }

    /** A hundred in each lane, a third of them late. */
    private void fill(OrganizationId whose) {
        List<Document> events = new ArrayList<>();
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            int here = lane;
            List<String> types = EventTypes.everything().keySet().stream()
                    .filter(type -> Lane.carries(here, type))
                    .toList();
            for (int offset = 0; offset < 100; offset++) {
                Document event = new Document("organizationId", whose.value())
                        .append("lane", lane)
                        .append("place", Kept.firstPlace(offset))
                        .append("type", types.get(offset % types.size()))
                        .append("event", "{}");
                events.add(offset % 3 == 0 ? event.append("late", (long) events.size()) : event);
            }
        }
        mongo.getCollection(FeedWriter.COLLECTION).insertMany(events);
    }

    /** How many keys of indexes and documents reading one page of ten looks at, all told. */
    private int cost(Cursor from, Set<String> types) {
        mongo.getDb().runCommand(new Document("profile", 2));
        read(from, types, 10);
        mongo.getDb().runCommand(new Document("profile", 0));
        var queries = mongo.getDb()
                .getCollection("system.profile")
                .find(new Document("ns", database + "." + FeedWriter.COLLECTION))
                .into(new ArrayList<>());
        mongo.getDb().getCollection("system.profile").drop();
        assertThat(queries).isNotEmpty().noneMatch(one -> one.containsKey("hasSortStage"));
        return queries.stream()
                .mapToInt(one -> one.getInteger("keysExamined") + one.getInteger("docsExamined"))
                .sum();
    }

    private Cursor begin() {
        return Cursor.START.afterLate(reader.lastLate(organization));
    }

    private Stretch read(Cursor from, int limit) {
        return reader.read(organization, from, ALL, limit);
    }

    private Stretch read(Cursor from, Set<String> types, int limit) {
        return reader.read(organization, from, types, limit);
    }

    private List<String> all(Cursor from, int limit) {
        List<String> keys = new ArrayList<>();
        Stretch stretch = read(from, limit);
        while (!stretch.events().isEmpty()) {
            keys.addAll(keys(stretch));
            stretch = read(stretch.end(), limit);
        }
        return keys;
    }

    private static List<String> keys(Stretch stretch) {
        return stretch.events().stream()
                .map(Delivered::json)
                .map(FeedReaderIT::key)
                .toList();
    }

    private static String key(String json) {
        JsonNode event = JsonMapper.shared().readTree(json);
        return event.path("subject").asString() + " " + event.path("sequence").asInt();
    }

    private static String key(List<ProducerRecord<String, byte[]>> history, int index) {
        return "session/" + history.get(index).key() + " " + (index + 1);
    }

    private static MongoClient client(CommandListener listener) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(Engines.shared().mongoUri()))
                .writeConcern(WriteConcern.MAJORITY)
                .readConcern(ReadConcern.MAJORITY)
                .addCommandListener(listener)
                .build());
    }

    /** Does something, once, when the first query was answered. */
    private static final class Step implements CommandListener {
        private final Runnable action;
        private boolean done;

        Step(Runnable action) {
            this.action = action;
        }

        @Override
        public void commandSucceeded(CommandSucceededEvent event) {
            if (!done && event.getCommandName().equals("find")) {
                done = true;
                action.run();
            }
        }
    }
}
