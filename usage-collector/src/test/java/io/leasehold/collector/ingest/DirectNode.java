package io.leasehold.collector.ingest;

import static org.hamcrest.Matchers.empty;

import io.leasehold.collector.Accounts;
import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.LeaseState;
import io.leasehold.contracts.NodeState;
import io.leasehold.contracts.OpaqueToken;
import io.leasehold.contracts.TokenKind;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.contracts.event.NodeView;
import io.leasehold.kit.id.Ids;
import io.leasehold.test.Await;
import io.leasehold.test.Cluster;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A node that holds a key itself, as distribution-service and key-service tell of it. */
final class DirectNode {
    final UUID accountId = Ids.next();
    final UUID nodeId = Ids.next();
    final UUID leaseId = Ids.next();
    final UUID keyId;

    private final TestWorkspace workspace;
    private final String token;
    private final String identity;

    /** Null for a node with a token of the identity provider's. */
    private final @Nullable String credentialSha256;

    private DirectNode(TestWorkspace workspace, String client) {
        this.workspace = workspace;
        this.token = workspace.nodeToken(client);
        this.identity = identity(token);
        this.credentialSha256 = null;
        this.keyId = new Accounts(workspace).tellKey(accountId, "anthropic", "apikey_" + accountId);
    }

    private DirectNode(TestWorkspace workspace, OpaqueToken credential) {
        this.workspace = workspace;
        this.token = credential.text();
        this.identity = "urn:leasehold:enrolment#" + nodeId;
        this.credentialSha256 = credential.sha256();
        this.keyId = new Accounts(workspace).tellKey(accountId, "anthropic", "apikey_" + accountId);
    }

    private DirectNode(TestWorkspace workspace, UUID account) {
        String subject = subject(account);
        this.workspace = workspace;
        this.token = Cluster.token(subject);
        this.identity = Cluster.ISSUER + "#" + subject;
        this.credentialSha256 = null;
        this.keyId = new Accounts(workspace).tellKey(accountId, "anthropic", "apikey_" + accountId);
    }

    /** One that the service has heard of. */
    static DirectNode in(TestWorkspace workspace, String client) {
        return heardOf(new DirectNode(workspace, client));
    }

    /** Likewise, that came with an enrolment token. */
    static DirectNode enrolledIn(TestWorkspace workspace) {
        return heardOf(new DirectNode(workspace, TokenKind.NODE.mint(new SecureRandom())));
    }

    /** Likewise, a pod. */
    static DirectNode podIn(TestWorkspace workspace, UUID account) {
        return heardOf(new DirectNode(workspace, account));
    }

    /** What a service account is called at its cluster. */
    static String subject(UUID account) {
        return "system:serviceaccount:shop:" + account;
    }

    private static DirectNode heardOf(DirectNode node) {
        node.tell(NodeState.ENROLLED, 1);
        node.tellLease();
        Await.untilAsserted(() -> node.call()
                .contentType("application/json")
                .body(Map.of("reports", List.of(report("first-" + node.leaseId, Instant.now()))))
                .post("/api/v1/usage/reports")
                .then()
                .statusCode(200)
                .body("rejected", empty()));
        return node;
    }

    private static String identity(String token) {
        JsonPath claims = JsonPath.from(
                new String(Base64.getUrlDecoder().decode(token.split("\\.", 3)[1]), StandardCharsets.UTF_8));
        return claims.getString("iss") + "#" + claims.getString("sub");
    }

    void tell(NodeState state, int version) {
        Events.publish(
                EventType.NODE_ENROLLED,
                new NodeView(
                        nodeId,
                        workspace.id(),
                        "node",
                        identity,
                        state,
                        Map.of(),
                        Instant.now(),
                        Instant.now(),
                        version,
                        credentialSha256));
    }

    private void tellLease() {
        Instant now = Instant.now();
        Events.publish(
                EventType.LEASE_GRANTED,
                new LeaseView(
                        leaseId,
                        workspace.id(),
                        nodeId,
                        "node",
                        "anthropic",
                        LeaseMode.DIRECT,
                        LeaseState.ACTIVE,
                        keyId,
                        "app.example.com",
                        "jane",
                        List.of(),
                        BigDecimal.TEN,
                        List.of(),
                        now.minus(Duration.ofHours(1)),
                        now.plus(Duration.ofHours(1)),
                        null,
                        null,
                        null,
                        1));
    }

    RequestSpecification call() {
        return callIn(workspace);
    }

    RequestSpecification callIn(TestWorkspace any) {
        return RestAssured.given().auth().oauth2(token).header("leasehold-workspace", any.slug());
    }

    static Map<String, Object> report(String id, Instant at) {
        return Map.of(
                "id",
                id,
                "provider",
                "anthropic",
                "model",
                "claude-opus-5",
                "started_at",
                at.toString(),
                "ended_at",
                at.plusSeconds(1).toString(),
                "tokens",
                Map.of("input", 1000, "output", 200));
    }
}
