package io.leasehold.collector.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.collector.Accounts;
import io.leasehold.collector.Api;
import io.leasehold.collector.FakeKeyPool;
import io.leasehold.collector.SimulatedProviders;
import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Users sign in at the simulated GitHub; key-service is a fake that takes keys as the real one does. */
@QuarkusTest
class GitHubSignInTest {
    private static final String ROOT = "/api/v1/auth/github";

    private final SimulatedProviders sim = new SimulatedProviders();
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final Accounts accounts = new Accounts(workspace);
    private final FakeKeyPool pool = FakeKeyPool.of(workspace.slug());
    private final String octocat = "octocat-" + Ids.next();

    @Inject
    Database database;

    @Inject
    SignInSweep sweep;

    private UUID accountId;

    @BeforeEach
    void anAccountOfCopilot() {
        sim.gitHubSeat(octocat);
        accountId = Ids.next();
        accounts.tell(accountId, "github-copilot", sim.gitHub(), null, 1);
        Await.untilAsserted(() -> accounts.status(accountId));
    }

    @AfterEach
    void stop() {
        sim.close();
    }

    @Test
    void aUsersTokenBecomesAKeyInTheNameOfWhoAsked() {
        Map<String, Object> begun = start();
        sim.gitHubUser(code(begun), "approve", octocat);

        poll(begun)
                .body("state", equalTo("signed_in"))
                .body("user_name", equalTo(octocat))
                .body("user_code", equalTo(null));

        assertThat(pool.keys()).singleElement().satisfies(key -> {
            assertThat(key.name()).isEqualTo("github-" + octocat);
            assertThat(key.secret()).startsWith("gho_");
            assertThat(key.accountId()).isEqualTo(accountId.toString());
            assertThat(key.authorization()).isEqualTo("Bearer " + workspace.token("admin"));
        });
        assertThat(secretsInHand(begun)).isEmpty();
    }

    @Test
    void whoAgreesAfterGitHubWasAskedIsSignedInWithTheNextPoll() {
        Map<String, Object> begun = start();
        poll(begun).body("state", equalTo("pending")).body("message", equalTo(null));
        sim.gitHubUser(code(begun), "approve", octocat);
        sim.shiftClock(Duration.ofSeconds(6));

        poll(begun).body("state", equalTo("signed_in")).body("user_name", equalTo(octocat));
    }

    @Test
    void theUserIsToldWhatToDoAndNobodyLearnsTheDeviceCode() {
        String answer = Api.as(workspace, "admin")
                .contentType("application/json")
                .body("{}")
                .post(ROOT + "/device")
                .then()
                .statusCode(200)
                .body("state", equalTo("pending"))
                .body("verification_uri", containsString("github.com/login/device"))
                .body("interval", equalTo(5))
                .extract()
                .asString();

        assertThat(answer).doesNotContain("device_code");
        assertThat(status())
                .singleElement()
                .satisfies(signIn -> assertThat(signIn)
                        .containsEntry("state", "pending")
                        .containsEntry("account_id", accountId.toString()));
    }

    @Test
    void whoPollsTooOftenAsksNobody() {
        Map<String, Object> begun = start();
        sim.gitHubUser(code(begun), "approve", octocat);

        pollAtOnce(begun).body("state", equalTo("pending"));

        assertThat(pool.keys()).isEmpty();
    }

    @Test
    void gitHubsWishToBeAskedLessOftenIsHeeded() {
        Map<String, Object> begun = start();
        poll(begun).body("state", equalTo("pending")).body("interval", equalTo(5));

        poll(begun).body("state", equalTo("pending")).body("interval", equalTo(10));
    }

    @Test
    void whoDoesNotAgreeIsNotSignedIn() {
        Map<String, Object> begun = start();
        sim.gitHubUser(code(begun), "deny", octocat);

        poll(begun).body("state", equalTo("denied")).body("message", containsString("did not agree"));

        assertThat(secretsInHand(begun)).isEmpty();
    }

    @Test
    void aCodeThatWasNotTypedInInTimeIsNoGood() {
        Map<String, Object> begun = start();
        sim.gitHubUser(code(begun), "expire", octocat);

        poll(begun).body("state", equalTo("expired")).body("message", containsString("Begin again"));
    }

    @Test
    void whoHasNoCopilotIsToldSo() {
        Map<String, Object> begun = start();
        sim.gitHubUser(code(begun), "approve", "nobody-" + Ids.next());

        poll(begun).body("state", equalTo("failed")).body("message", containsString("no Copilot"));

        assertThat(pool.keys()).isEmpty();
        assertThat(secretsInHand(begun)).isEmpty();
    }

    @Test
    void aTokenWaitsSealedUntilKeyServiceTakesIt() {
        Map<String, Object> begun = start();
        sim.gitHubUser(code(begun), "approve", octocat);
        pool.away(true);
        poll(begun).body("state", equalTo("authorized")).body("message", containsString("secret store"));
        assertThat(secretsInHand(begun))
                .singleElement()
                .satisfies(kept -> assertThat(kept).doesNotContain("gho_"));
        pool.away(false);

        poll(begun).body("state", equalTo("signed_in")).body("message", equalTo(null));

        assertThat(pool.keys()).hasSize(1);
    }

    @Test
    void whoSignsInAgainGetsNoSecondKey() {
        Map<String, Object> first = start();
        sim.gitHubUser(code(first), "approve", octocat);
        String keyId = poll(first).extract().path("key_id");
        String firstToken = pool.keys().getFirst().secret();
        Map<String, Object> second = start();
        sim.gitHubUser(code(second), "approve", octocat);

        poll(second).body("state", equalTo("signed_in")).body("key_id", equalTo(keyId));

        assertThat(pool.keys())
                .singleElement()
                .satisfies(key -> assertThat(key.secret()).isNotEqualTo(firstToken));
        assertThat(status()).extracting(signIn -> signIn.get("state")).containsExactly("signed_in", "signed_out");
    }

    @Test
    void whoSignsOutHasTheirKeyRevoked() {
        Map<String, Object> begun = start();
        sim.gitHubUser(code(begun), "approve", octocat);
        poll(begun).body("state", equalTo("signed_in"));

        send("/logout", begun)
                .statusCode(200)
                .body("state", equalTo("signed_out"))
                .body("message", containsString("Settings, Applications"));

        assertThat(pool.keys())
                .singleElement()
                .satisfies(key -> assertThat(key.state()).isEqualTo("awaiting_manual"));
    }

    @Test
    void whoseTokenHasEndedIsToldToSignInAgainAndKeepsTheirKey() {
        Map<String, Object> first = start();
        sim.gitHubApproval(code(first), octocat, Duration.ofHours(8));
        ValidatableResponse done = poll(first).body("state", equalTo("signed_in"));
        String keyId = done.extract().path("key_id");
        assertThat(Instant.parse(done.extract().path("token_expires_at")))
                .isBetween(
                        Instant.now().plus(Duration.ofHours(7)), Instant.now().plus(Duration.ofHours(9)));

        endToken(first);
        sweep.sweep();

        assertThat(status().getFirst())
                .containsEntry("state", "expired")
                .containsEntry("user_name", octocat)
                .containsEntry("message", "The token has ended, as those of this application do. Sign in again.");
        Map<String, Object> second = start();
        sim.gitHubUser(code(second), "approve", octocat);
        poll(second)
                .body("state", equalTo("signed_in"))
                .body("key_id", equalTo(keyId))
                .body("token_expires_at", equalTo(null));
        assertThat(pool.keys()).hasSize(1);
        assertThat(status()).extracting(signIn -> signIn.get("state")).containsExactly("signed_in", "signed_out");
    }

    @Test
    void whoseKeyIsEndedElsewhereIsSignedInNoMore() {
        Map<String, Object> begun = start();
        sim.gitHubUser(code(begun), "approve", octocat);
        UUID keyId = UUID.fromString(poll(begun).extract().path("key_id"));

        Events.publish(EventType.KEY_STATE_CHANGED, ended(keyId));

        Await.untilAsserted(() -> assertThat(status().getFirst())
                .containsEntry("state", "signed_out")
                .containsEntry("message", "The key 'github' is revoked."));
    }

    @Test
    void withoutAnAccountOfCopilotNobodySignsIn() {
        TestWorkspace empty = TestWorkspace.fresh();

        Api.as(empty, "admin")
                .contentType("application/json")
                .body("{}")
                .post(ROOT + "/device")
                .then()
                .statusCode(400)
                .body("detail", containsString("no active account of GitHub Copilot"));
    }

    private Map<String, Object> start() {
        return Api.as(workspace, "admin")
                .contentType("application/json")
                .body("{\"account_id\":\"" + accountId + "\"}")
                .post(ROOT + "/device")
                .then()
                .statusCode(200)
                .extract()
                .path("");
    }

    private List<Map<String, Object>> status() {
        return Api.as(workspace, "viewer")
                .get(ROOT + "/status")
                .then()
                .statusCode(200)
                .body("available", equalTo(true))
                .extract()
                .path("sign_ins");
    }

    /** As if the interval were over for us. */
    private ValidatableResponse poll(Map<String, Object> signIn) {
        database.useWorkspace(
                workspace.id(),
                handle -> handle.createUpdate("update github_sign_in set next_poll_at = :now where sign_in_id = :id")
                        .bind("now", Instant.now().minus(Duration.ofSeconds(1)))
                        .bind("id", id(signIn))
                        .execute());
        return pollAtOnce(signIn);
    }

    private void endToken(Map<String, Object> signIn) {
        database.useWorkspace(
                workspace.id(),
                handle -> handle.createUpdate(
                                "update github_sign_in set token_expires_at = :now where sign_in_id = :id")
                        .bind("now", Instant.now().minus(Duration.ofSeconds(1)))
                        .bind("id", id(signIn))
                        .execute());
    }

    private ValidatableResponse pollAtOnce(Map<String, Object> signIn) {
        return send("/poll", signIn).statusCode(200);
    }

    private ValidatableResponse send(String path, Map<String, Object> signIn) {
        return Api.as(workspace, "admin")
                .contentType("application/json")
                .body("{\"id\":\"" + id(signIn) + "\"}")
                .post(ROOT + path)
                .then();
    }

    private List<String> secretsInHand(Map<String, Object> signIn) {
        return database.inWorkspace(
                workspace.id(),
                handle -> handle.createQuery(
                                "select encode(sealed, 'escape') from github_sign_in where sign_in_id = :id and sealed is not null")
                        .bind("id", id(signIn))
                        .mapTo(String.class)
                        .list());
    }

    private KeyView ended(UUID keyId) {
        return new KeyView(
                keyId,
                workspace.id(),
                accountId,
                "github-copilot",
                "github",
                KeyState.REVOKED,
                "gho_…",
                "1234",
                null,
                octocat,
                null,
                false,
                List.of(),
                List.of(),
                null,
                null,
                5,
                Instant.now(),
                Instant.now());
    }

    private static UUID id(Map<String, Object> signIn) {
        return UUID.fromString(signIn.get("id").toString());
    }

    private static String code(Map<String, Object> signIn) {
        return signIn.get("user_code").toString();
    }
}
