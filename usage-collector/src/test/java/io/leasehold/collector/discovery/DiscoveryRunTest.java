package io.leasehold.collector.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

import io.leasehold.collector.Api;
import io.leasehold.collector.FakeKeyPool;
import io.leasehold.collector.discovery.DiscoveryView.Key;
import io.leasehold.collector.discovery.RunDiscoveryRequest.Wanted;
import io.leasehold.collector.pool.CallersToken;
import io.leasehold.collector.pool.KeyPool;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.caller.Grants;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.workspace.Workspace;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key lies about in a file that the operator named; the workspace is the one that may look, and others are not. */
@QuarkusTest
class DiscoveryRunTest {
    private static final String SECRET = "sk-ant-api03-discovered-0123456789";

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final FakeKeyPool pool = FakeKeyPool.of(workspace.slug());
    private final CallersToken token = new CallersToken("Bearer admins", workspace.slug());

    @TempDir
    Path folder;

    @Inject
    KeyPool keys;

    @Inject
    Database database;

    @Inject
    Audit audit;

    private DiscoveryService discovery;

    @BeforeEach
    void aKeyLiesAbout() throws IOException {
        Path file = Files.writeString(folder.resolve("auth.json"), "{\"anthropic\":{\"key\":\"" + SECRET + "\"}}");
        DiscoveryConfig config = new Named(workspace.slug(), List.of("nowhere"), List.of(file));
        Places places = new Places(config, () -> {
            throw new IllegalArgumentException("There is no Vault");
        });
        discovery = new DiscoveryService(places, keys, database, config, audit, Clock.systemUTC());
    }

    @Test
    void whatIsFoundIsShownMaskedAndNothingIsImported() {
        DiscoveryView found = discovery.run(admin(workspace), token, List.of());

        Key key = found(found);
        assertThat(key.provider()).isEqualTo("anthropic");
        assertThat(key.masked()).isEqualTo("sk-ant-…6789");
        assertThat(key.sources()).singleElement().asString().endsWith("auth.json (key)");
        assertThat(key.result()).isEqualTo("found");
        assertThat(found.troubles())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.source()).isEqualTo("Vault nowhere"));
        assertThat(found.toString()).doesNotContain(SECRET);
        assertThat(pool.keys()).isEmpty();
        assertThat(found(discovery.last(admin(workspace)))).isEqualTo(key);
    }

    @Test
    void whatIsNamedIsImportedInTheCallersName() {
        UUID account = Ids.next();
        String fingerprint =
                found(discovery.run(admin(workspace), token, List.of())).fingerprint();
        List<Wanted> yes = List.of(new Wanted(fingerprint, account, "found-1"));

        Key imported = found(discovery.run(admin(workspace), token, yes));

        assertThat(imported.result()).isEqualTo("imported");
        assertThat(imported.keyName()).isEqualTo("found-1");
        assertThat(pool.keys()).singleElement().satisfies(key -> {
            assertThat(key.secret()).isEqualTo(SECRET);
            assertThat(key.accountId()).isEqualTo(account.toString());
            assertThat(key.authorization()).isEqualTo("Bearer admins");
        });
        assertThat(found(discovery.run(admin(workspace), token, yes)).result()).isEqualTo("already_there");
        assertThat(pool.keys()).hasSize(1);
    }

    @Test
    void noOtherWorkspaceLooks() {
        TestWorkspace other = TestWorkspace.fresh();

        assertThatThrownBy(() -> discovery.run(admin(other), token, List.of())).isInstanceOf(ConflictProblem.class);
        assertThatThrownBy(() -> discovery.last(admin(other))).isInstanceOf(ConflictProblem.class);
    }

    @Test
    void nobodyLooksUnlessTheOperatorSaysWho() {
        Api.as(workspace, "admin")
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/discovery/runs")
                .then()
                .statusCode(409)
                .body("detail", containsString("leasehold.discovery.workspace"));
        Api.as(workspace, "admin").get("/api/v1/discovery").then().statusCode(409);
    }

    private static Key found(DiscoveryView view) {
        return view.keys().stream()
                .filter(key -> key.masked().equals("sk-ant-…6789"))
                .findFirst()
                .orElseThrow();
    }

    private static Caller admin(TestWorkspace of) {
        return new Caller(
                "issuer",
                "subject",
                "ada",
                "admin-ui",
                null,
                Grants.of(Set.of()),
                new Workspace(of.id(), of.slug(), "Test"),
                Role.ADMIN,
                null);
    }

    private record Named(String slug, List<String> vault, List<Path> named) implements DiscoveryConfig {
        @Override
        public Optional<String> workspace() {
            return Optional.of(slug);
        }

        @Override
        public Optional<List<String>> vaultPaths() {
            return Optional.of(vault);
        }

        @Override
        public Optional<List<Path>> files() {
            return Optional.of(named);
        }
    }
}
