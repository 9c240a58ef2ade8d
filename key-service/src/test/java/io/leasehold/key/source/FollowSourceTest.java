package io.leasehold.key.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.key.KeyApi;
import io.leasehold.key.Sim;
import io.leasehold.kit.database.Database;
import io.leasehold.test.Await;
import io.leasehold.test.Servers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Keys have what their sources hold, also when that becomes something else. */
@QuarkusTest
@TestProfile(NamedSources.Profile.class)
class FollowSourceTest {
    private final SourceFixture sources = new SourceFixture();
    private final KeyApi admin = sources.admin();

    @Inject
    Database database;

    @Inject
    SourceMetrics metrics;

    @Inject
    MeterRegistry registry;

    @Test
    void aKeyHasWhatItsFileHoldsAndFollowsIt() {
        Sim.SimKey first = Sim.openRouterKey();
        Sim.SimKey second = Sim.openRouterKey();
        SourceFixture.write("plain", first);

        UUID id = SourceFixture.id(sources.add("plain", admin.addOpenRouterAccount())
                .then()
                .statusCode(201)
                .body("provider_key_id", equalTo(first.id()))
                .body("source.name", equalTo("plain"))
                .body("source.kind", equalTo("file"))
                .body("source.location", equalTo(SourceFixture.file("plain").toString()))
                .body("source.checked_at", notNullValue())
                .body("source.problem", nullValue())
                .extract()
                .response());
        SourceFixture.write("plain", second);

        sources.awaitServed(id, second);
        admin.call()
                .get("/api/v1/keys/" + id + "/rotation")
                .then()
                .body("steps[0].detail", containsString("source 'plain'"))
                .body("scheduled", equalTo(false));
        sources.end(id);
        // The operator did not say that it is to be ended.
        assertThat(Sim.status(first)).isEqualTo("active");
        assertThat(sources.problem(id)).isNull();
        admin.call().get("/api/v1/keys/" + id + "/rotations").then().body("items", hasSize(1));
    }

    @Test
    void theOldSecretIsEndedWhereTheOperatorSaysSo() {
        Sim.SimKey first = Sim.openRouterKey();
        Sim.SimKey second = Sim.openRouterKey();
        UUID id = sources.added("ends-old", first);

        SourceFixture.write("ends-old", second);
        sources.awaitServed(id, second);
        sources.end(id);

        assertThat(Sim.status(first)).isEqualTo("archived");
        assertThat(Sim.status(second)).isEqualTo("active");
    }

    @Test
    void aKeyFollowsASecretInVault() {
        Servers.requireVault();
        VaultOfTeams vault = new VaultOfTeams(System.getProperty(NamedSources.MOUNT));
        UUID account = admin.addOpenRouterAccount();
        sources.add("vault", account)
                .then()
                .statusCode(409)
                .body("source", equalTo("vault"))
                .body("detail", containsString("no such secret"));
        Sim.SimKey first = Sim.openRouterKey();
        Sim.SimKey second = Sim.openRouterKey();

        vault.write(first.secret());
        UUID id = SourceFixture.id(sources.add("vault", account)
                .then()
                .statusCode(201)
                .body("source.kind", equalTo("vault"))
                .body("source.location", equalTo(System.getProperty(NamedSources.MOUNT) + "/openrouter#api_key"))
                .extract()
                .response());
        vault.write(second.secret());

        sources.awaitServed(id, second);
    }

    @Test
    void aFileThatVanishesChangesNothingAndIsShown() throws IOException {
        Sim.SimKey first = Sim.openRouterKey();
        Sim.SimKey second = Sim.openRouterKey();
        UUID id = sources.added("vanishes", first);
        metrics.measure();
        double before = troubled();

        Files.delete(SourceFixture.file("vanishes"));
        Await.untilAsserted(
                SourceFixture.PATIENCE,
                () -> assertThat(sources.problem(id)).contains("source 'vanishes'", "no such file"));
        metrics.measure();
        assertThat(troubled()).isGreaterThan(before);
        admin.call().get("/api/v1/keys/" + id).then().body("provider_key_id", equalTo(first.id()));
        Files.writeString(SourceFixture.file("vanishes"), "\n");
        Await.untilAsserted(
                SourceFixture.PATIENCE, () -> assertThat(sources.problem(id)).contains("It is empty."));
        SourceFixture.write("vanishes", first);
        Await.untilAsserted(
                SourceFixture.PATIENCE, () -> assertThat(sources.problem(id)).isNull());
        admin.call().get("/api/v1/keys/" + id + "/rotations").then().body("items", hasSize(0));

        SourceFixture.write("vanishes", second);
        sources.awaitServed(id, second);
    }

    @Test
    void whatTheProviderDoesNotAcceptChangesNothing() {
        Sim.SimKey first = Sim.openRouterKey();
        Sim.SimKey second = Sim.openRouterKey();
        UUID id = sources.added("refused", first);
        String wrong = "sk-or-v1-nobodyknowsthisone";

        SourceFixture.write("refused", new Sim.SimKey("none", wrong));
        Await.untilAsserted(
                SourceFixture.PATIENCE, () -> assertThat(sources.problem(id)).contains("was not taken"));
        admin.call()
                .get("/api/v1/keys/" + id)
                .then()
                .body("provider_key_id", equalTo(first.id()))
                .body("source.problem", not(containsString(wrong)));
        admin.call().get("/api/v1/keys/" + id + "/rotations").then().body("items", hasSize(0));

        SourceFixture.write("refused", second);
        sources.awaitServed(id, second);
        Await.untilAsserted(
                SourceFixture.PATIENCE, () -> assertThat(sources.problem(id)).isNull());
    }

    /** An admin did not want what the source holds; it is not put upon them again. */
    @Test
    void whatWasRolledBackIsNotTakenAgain() {
        Sim.SimKey first = Sim.openRouterKey();
        Sim.SimKey second = Sim.openRouterKey();
        Sim.SimKey third = Sim.openRouterKey();
        UUID id = sources.added("rolled-back", first);
        SourceFixture.write("rolled-back", second);
        sources.awaitServed(id, second);

        admin.call()
                .body(Map.of("reason", "The wrong one"))
                .post("/api/v1/keys/" + id + "/rotation/roll-back")
                .then()
                .statusCode(202);
        sources.awaitServed(id, first);
        sources.end(id);
        Await.untilAsserted(
                SourceFixture.PATIENCE, () -> assertThat(sources.problem(id)).contains("roll-back"));
        admin.call().get("/api/v1/keys/" + id + "/rotations").then().body("items", hasSize(1));

        SourceFixture.write("rolled-back", third);
        sources.awaitServed(id, third);
    }

    /** Of two replicas that find a look due, one has it, and only its result is kept. */
    @Test
    void oneReplicaLooksAtATime() {
        UUID id = sources.added("claimed", Sim.openRouterKey());
        // The service's own sweep is far from here.
        Instant future = Instant.now().plus(Duration.ofDays(1));
        Instant until = future.plus(Duration.ofDays(1));

        Optional<SourcedKey> one = claim(id, future, until);
        Optional<SourcedKey> other = claim(id, future, until);
        assertThat(one).isPresent();
        assertThat(other).isEmpty();
        Optional<SourcedKey> later = claim(id, until.plusSeconds(1), until.plus(Duration.ofDays(1)));
        database.useWorkspace(
                SourceFixture.WORKSPACE.id(),
                handle ->
                        SourcedKeyStore.keep(handle, one.orElseThrow().troubled("This came too late.", future), true));

        assertThat(later).isPresent();
        assertThat(sources.problem(id)).isNull();
    }

    private Optional<SourcedKey> claim(UUID id, Instant now, Instant until) {
        return database.inWorkspace(
                SourceFixture.WORKSPACE.id(),
                handle -> SourcedKeyStore.claim(handle, SourceFixture.WORKSPACE.id(), id, now, until));
    }

    private double troubled() {
        return registry.get("leasehold.key.sources.troubled").gauge().value();
    }
}
