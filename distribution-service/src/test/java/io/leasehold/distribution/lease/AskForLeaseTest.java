package io.leasehold.distribution.lease;

import static io.leasehold.distribution.KeyFixture.aKey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.OpaqueToken;
import io.leasehold.contracts.TokenKind;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.AuditEntry;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.KeyFixture;
import io.leasehold.distribution.Sql;
import io.leasehold.kit.event.ReceivedEvent;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AskForLeaseTest {
    private static final String ANTHROPIC = "{\"provider\":\"anthropic\"}";

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void aFirstAskGivesALeaseWithATokenThatTheGatewayFinds() {
        KeyFixture key = aKey(workspace).told();

        JsonPath lease = ask("node-1", """
                {"provider":"anthropic","spend_limit":"1.50","ttl":"PT2H","domain":"app.example.com","user":"jane",
                 "models":["claude-sonnet-4-5"],"name":"nightly"}
                """, 201);

        assertThat(lease.getString("state")).isEqualTo("active");
        assertThat(lease.getString("mode")).isEqualTo("gateway");
        assertThat(lease.getString("node_name")).isEqualTo(workspace.slug() + "-node-1");
        assertThat(lease.getString("key_id")).isEqualTo(key.id().toString());
        assertThat(lease.getString("key_name")).isEqualTo(key.name());
        assertThat(lease.getString("spend_limit")).isEqualTo("1.5");
        assertThat(lease.getString("base_url")).isEqualTo("http://localhost:8080/anthropic");
        assertThat(lease.getString("token")).matches(TokenKind.LEASE::looksValid);
        Api.asService("gateway")
                .get("/internal/v1/leases/by-token/" + OpaqueToken.sha256(lease.getString("token")))
                .then()
                .statusCode(200)
                .body("lease_id", equalTo(lease.getString("lease_id")))
                .body("workspace_id", equalTo(workspace.id().toString()))
                .body("domain", equalTo("app.example.com"));
    }

    @Test
    void askingAgainGivesTheSameLeaseWithANewTokenAndTheOldOneStillWorks() {
        aKey(workspace).told();
        JsonPath first = ask("node-1", ANTHROPIC, 201);

        JsonPath again = ask("node-1", ANTHROPIC, 200);

        assertThat(again.getString("lease_id")).isEqualTo(first.getString("lease_id"));
        assertThat(again.getString("token")).isNotEqualTo(first.getString("token"));
        assertThat(again.getLong("version")).isGreaterThan(first.getLong("version"));
        assertFound(first.getString("token"), 200);
        assertFound(again.getString("token"), 200);
    }

    @Test
    void onlyTheFiveNewestTokensWork() {
        aKey(workspace).told();
        String oldest = ask("node-1", ANTHROPIC, 201).getString("token");
        String second = ask("node-1", ANTHROPIC, 200).getString("token");
        for (int i = 0; i < 4; i++) {
            ask("node-1", ANTHROPIC, 200);
        }

        assertFound(oldest, 404);
        assertFound(second, 200);
    }

    @Test
    void aLeaseForAnotherPurposeIsAnotherLease() {
        aKey(workspace).told();
        aKey(workspace).of("openrouter").told();
        Set<String> ids = new HashSet<>();

        ids.add(ask("node-1", ANTHROPIC, 201).getString("lease_id"));
        ids.add(ask("node-1", "{\"provider\":\"openrouter\"}", 201).getString("lease_id"));
        ids.add(ask("node-1", "{\"provider\":\"anthropic\",\"domain\":\"a.example.com\"}", 201)
                .getString("lease_id"));
        ids.add(ask("node-1", "{\"provider\":\"anthropic\",\"user\":\"jane\"}", 201)
                .getString("lease_id"));
        ids.add(ask("node-1", "{\"provider\":\"anthropic\",\"additional\":true}", 201)
                .getString("lease_id"));
        ids.add(ask("node-2", ANTHROPIC, 201).getString("lease_id"));

        assertThat(ids).hasSize(6);
    }

    @Test
    void firstAsksAtTheSameMomentMakeOneNodeAndOneLease() throws Exception {
        aKey(workspace).told();
        workspace.nodeToken("node-1");
        Set<String> ids = new HashSet<>();
        Set<String> tokens = new HashSet<>();

        try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
            List<Future<JsonPath>> answers = IntStream.range(0, 5)
                    .mapToObj(i -> threads.submit(() -> Api.asNode(workspace, "node-1")
                            .body(ANTHROPIC)
                            .post("/api/v1/leases")
                            .jsonPath()))
                    .toList();
            for (Future<JsonPath> answer : answers) {
                ids.add(answer.get().getString("lease_id"));
                tokens.add(answer.get().getString("token"));
            }
        }

        assertThat(ids).hasSize(1);
        assertThat(tokens).hasSize(5).allSatisfy(token -> assertFound(token, 200));
        assertThat(Sql.one("select count(*) from node where workspace_id = ?", workspace.id()))
                .isEqualTo("1");
    }

    @Test
    void anEmptyPoolSaysWhyAndTheRefusalIsKept() {
        refused("none");
        KeyFixture key = aKey(workspace).forModels("m1").told();
        ask("node-1", "{\"provider\":\"anthropic\",\"models\":[\"m2\"]}", 409);
        key.now(KeyState.DISABLED).told();
        refused("disabled");

        List<AuditEntry> refusals = Events.await(
                        Topic.AUDIT,
                        3,
                        event -> event.data() instanceof AuditEntry entry
                                && entry.workspaceId().equals(workspace.id())
                                && entry.result().equals("refused"))
                .stream()
                .map(event -> (AuditEntry) event.data())
                .toList();
        assertThat(refusals)
                .extracting(entry -> entry.details().get("reason"))
                .containsExactly("none", "models", "disabled");
    }

    private void refused(String reason) {
        Api.asNode(workspace, "node-1")
                .body(ANTHROPIC)
                .post("/api/v1/leases")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:leasehold:problem:pool-empty"))
                .body("reason", equalTo(reason))
                .body("provider", equalTo("anthropic"));
    }

    @Test
    void aDisabledKeyIsReplacedWhenItsNodeAsksAgain() {
        KeyFixture key = aKey(workspace).told();
        JsonPath first = ask("node-1", ANTHROPIC, 201);
        key.now(KeyState.DISABLED).told();
        KeyFixture other = aKey(workspace).told();

        JsonPath again = ask("node-1", ANTHROPIC, 200);

        assertThat(again.getString("lease_id")).isEqualTo(first.getString("lease_id"));
        assertThat(again.getString("key_id")).isEqualTo(other.id().toString());
        assertFound(again.getString("token"), 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"provider\":\"anthropic\",\"colour\":\"red\"}",
                "{\"provider\":5}",
                "{\"provider\":\"Not A Provider\"}",
                "{\"provider\":\"anthropic\",\"mode\":\"direct\"}",
                "{\"provider\":\"anthropic\",\"mode\":\"magic\"}",
                "{\"provider\":\"anthropic\",\"spend_limit\":\"0\"}",
                "{\"provider\":\"anthropic\",\"spend_limit\":\"-1\"}",
                "{\"provider\":\"anthropic\",\"spend_limit\":\"1.0000000001\"}",
                "{\"provider\":\"anthropic\",\"spend_limit\":\"1e400\"}",
                "{\"provider\":\"anthropic\",\"spend_limit\":\"much\"}",
                "{\"provider\":\"anthropic\",\"ttl\":\"soon\"}",
                "{\"provider\":\"anthropic\",\"ttl\":\"PT0S\"}",
                "{\"provider\":\"anthropic\",\"ttl\":\"-PT1H\"}",
                "{\"provider\":\"anthropic\",\"domain\":\"not a host\"}",
                "{\"provider\":\"anthropic\",\"user\":\"\"}",
                "{\"provider\":\"anthropic\",\"models\":[null]}",
                "{\"provider\":\"anthropic\",\"models\":\"all\"}",
                "{\"provider\":\"anthropic\",\"additional\":\"perhaps\"}",
            })
    void whatCannotBeUnderstoodIsRefusedAndChangesNothing(String body) {
        Api.asNode(workspace, "node-1")
                .body(body)
                .post("/api/v1/leases")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");

        assertThat(Sql.one("select count(*) from node where workspace_id = ?", workspace.id()))
                .isEqualTo("0");
    }

    @Test
    void aTtlIsCappedAtTheMostThatIsGranted() {
        aKey(workspace).told();

        JsonPath lease = ask("node-1", "{\"provider\":\"anthropic\",\"ttl\":\"P365D\"}", 201);

        assertThat(Duration.between(
                        Instant.parse(lease.getString("issue_time")), Instant.parse(lease.getString("expire_time"))))
                .isEqualTo(Duration.ofDays(7));
    }

    @Test
    void theTokenIsNeitherInTheDatabaseNorInAnyEvent() {
        aKey(workspace).told();
        JsonPath lease = ask("node-1", ANTHROPIC, 201);
        String token = lease.getString("token");

        ReceivedEvent granted = Events.await(
                        Topic.LEASES, 1, event -> event.key().equals(lease.getString("lease_id")))
                .getFirst();

        assertThat(granted.data())
                .isInstanceOfSatisfying(
                        LeaseView.class,
                        view -> assertThat(view.tokenHashes()).containsExactly(OpaqueToken.sha256(token)));
        assertThat(new String(granted.source().value(), UTF_8)).doesNotContain(token);
        assertThat(Sql.one("select string_agg(l::text, '') from lease l")).doesNotContain(token);
        assertThat(Sql.one("select string_agg(t::text, '') from lease_token t"))
                .contains(OpaqueToken.sha256(token))
                .doesNotContain(token);
        Api.as(workspace, "viewer")
                .get("/api/v1/leases/" + lease.getString("lease_id"))
                .then()
                .statusCode(200)
                .body("token", nullValue());
    }

    private JsonPath ask(String node, String body, int status) {
        return Api.asNode(workspace, node)
                .body(body)
                .post("/api/v1/leases")
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    private static void assertFound(String token, int status) {
        Api.asService("gateway")
                .get("/internal/v1/leases/by-token/" + OpaqueToken.sha256(token))
                .then()
                .statusCode(status);
    }
}
