package dev.parley.session.applications;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.ApplicationEvent.ApplicationClosed;
import dev.parley.contracts.ApplicationEvent.ApplicationMoved;
import dev.parley.contracts.ApplicationEvent.ApplicationOpened;
import dev.parley.contracts.ApplicationOutcome;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.Stage;
import dev.parley.contracts.id.ApplicationId;
import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.PositionId;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.AggregateStores;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.aggregate.Origin;
import dev.parley.session.Company;
import dev.parley.session.WholeService;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** An instance of the release before the keys and one of today, side by side on the same documents. */
class OpenKeysIT extends WholeService {

    /** As the release before wrote and read it: it knows no key, and forgets one it finds. */
    record Former(
            CandidateId candidateId,
            PositionId positionId,
            String timeZone,
            Stage stage,
            @Nullable ApplicationOutcome outcome,
            List<Application.Reason> reasons) {

        static final AggregateType<Former> TYPE =
                AggregateType.publishing(AggregateKind.APPLICATION, "applications", Former.class, Former::evolve);

        static Former evolve(@Nullable Former state, DomainEvent event) {
            return switch (event) {
                case ApplicationOpened e ->
                    new Former(e.candidateId(), e.positionId(), e.timeZone(), e.stage(), null, List.of());
                case ApplicationMoved e -> Objects.requireNonNull(state).with(e.to(), null);
                case ApplicationClosed e -> Objects.requireNonNull(state).with(e.stage(), e.outcome());
                default -> throw new IllegalArgumentException(event.toString());
            };
        }

        private Former with(Stage next, @Nullable ApplicationOutcome end) {
            return new Former(candidateId, positionId, timeZone, next, end, reasons);
        }
    }

    @Autowired
    private AggregateStores stores;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private OpenKeys migration;

    private AggregateStore<Former> former;
    private Company company;
    private int seconds;

    @BeforeEach
    void open() {
        former = stores.open(Former.TYPE);
        company = Company.unheardOf(port);
    }

    @Test
    void theFormerReleaseReadsAndWritesWhatTodaysHasWrittenAndTheOtherWayRound() {
        String today = company.anApplication();
        formerly(today, state -> Change.of(new ApplicationMoved(id(today), Stage.APPLIED, Stage.SCREENING, now())));
        assertThat(company.recruiter()
                        .post("/api/v1/applications/" + today + "/stage", "{\"stage\": \"OFFER\"}", 2)
                        .status())
                .isEqualTo(200);

        String before = openedFormerly(company.aCandidate(), company.aPosition());
        assertThat(company.recruiter()
                        .post("/api/v1/applications/" + before + "/outcome", "{\"outcome\": \"HIRED\"}", 1)
                        .status())
                .isEqualTo(200);
        assertThat(former.get(company.organization, before).state().outcome()).isEqualTo(ApplicationOutcome.HIRED);
    }

    @Test
    void whatTheFormerReleaseLeftWithoutKeyGetsOne() {
        String candidate = company.aCandidate();
        String position = company.aPosition();
        String first = openedFormerly(candidate, position);
        String second = openedFormerly(candidate, position);
        String forgotten = company.anApplication();
        formerly(forgotten, _ -> Change.of(new ApplicationMoved(id(forgotten), Stage.APPLIED, Stage.OFFER, now())));
        String ended = openedFormerly(company.aCandidate(), position);
        formerly(
                ended,
                _ -> Change.of(new ApplicationClosed(id(ended), Stage.APPLIED, ApplicationOutcome.HIRED, now())));
        assertThat(List.of(key(first), key(second), key(forgotten), key(ended))).containsOnly("none");

        assertThat(migration.apply(mongo)).isGreaterThanOrEqualTo(2);

        assertThat(key(first)).isEqualTo(candidate + "/" + position);
        assertThat(key(second)).as("the older of two keeps the place").isEqualTo("none");
        assertThat(key(forgotten)).isNotEqualTo("none");
        assertThat(key(ended)).isEqualTo("none");
        assertThat(company.recruiter()
                        .post("/api/v1/applications", Company.application(candidate, position))
                        .status())
                .isEqualTo(409);
        assertThat(migration.apply(mongo)).as("a second time changes nothing").isZero();
    }

    @Test
    void aCommandThatHasReadTheFormerFormDecidesAgain() {
        String id = openedFormerly(company.aCandidate(), company.aPosition());

        formerly(id, _ -> {
            migration.apply(mongo);
            return Change.of(new ApplicationMoved(id(id), Stage.APPLIED, Stage.SCREENING, now()));
        });

        assertThat(document(id).getLong("version")).as("opened, keyed, moved").isEqualTo(3);
    }

    private String openedFormerly(String candidate, String position) {
        String id = UUID.randomUUID().toString();
        formerly(
                id,
                _ -> Change.of(new ApplicationOpened(
                        id(id),
                        new CandidateId(candidate),
                        new PositionId(position),
                        "Europe/Berlin",
                        Stage.APPLIED,
                        now())));
        return id;
    }

    private void formerly(String id, Function<@Nullable Former, Change<Former>> decide) {
        former.carryOut(new Origin(company.organization, "system", id, null, false, now()), id, decide);
    }

    private String key(String id) {
        return Objects.requireNonNullElse(
                document(id).get("state", Document.class).getString("openKey"), "none");
    }

    private Document document(String id) {
        return Objects.requireNonNull(
                mongo.getCollection("applications").find(Filters.eq(id)).first());
    }

    private static ApplicationId id(String id) {
        return new ApplicationId(id);
    }

    /** A second later each time, so that the older of two is known. */
    private Instant now() {
        return Company.MORNING.plusSeconds(++seconds);
    }
}
