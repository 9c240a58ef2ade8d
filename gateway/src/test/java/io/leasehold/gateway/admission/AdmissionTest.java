package io.leasehold.gateway.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.LeaseState;
import io.leasehold.contracts.OpaqueToken;
import io.leasehold.contracts.TokenKind;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.RawClient;
import io.leasehold.gateway.world.Services;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.leasehold.test.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class AdmissionTest {
    private final Tenant tenant = Tenant.of("anthropic");

    @Test
    void withoutATokenNobodyGetsIn() {
        HttpResponse<String> answer =
                Gateway.send(HttpRequest.newBuilder(URI.create(Gateway.url() + "/anthropic/v1/models"))
                        .GET());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"type\":\"authentication_error\"");
        assertThat(answer.headers().firstValue("x-request-id")).isPresent();
    }

    @Test
    void aRequestWaitsForASecretThatCannotBeReadJustNow() {
        String secretsPath = "secrets/keys/" + tenant.key().keyId();
        TestLease lease = tenant.lease().make();
        tenant.keyBecomes(KeyState.DISABLED);
        Await.untilAsserted(() ->
                assertThat(Gateway.message(lease.token(), 10).statusCode()).isEqualTo(503));
        long before = Services.calls(secretsPath);
        CompletableFuture<HttpResponse<String>> answer;
        try {
            Services.away(true);
            tenant.keyBecomes(KeyState.ACTIVE);
            Await.untilAsserted(() -> assertThat(Services.calls(secretsPath)).isGreaterThan(before + 1));
            answer = CompletableFuture.supplyAsync(() -> Gateway.message(lease.token(), 10));
            Await.untilAsserted(() -> assertThat(Services.calls(secretsPath)).isGreaterThan(before + 3));
        } finally {
            Services.away(false);
        }

        assertThat(answer.join().statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenMayComeInEachHeaderOfTheDialect() {
        TestLease lease = tenant.lease().make();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Gateway.url() + "/anthropic/v1/models"))
                .header("authorization", "Bearer " + lease.token())
                .header("anthropic-version", "2023-06-01");

        assertThat(Gateway.send(request.GET()).statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownTokenIsAskedForOnceAndThenRememberedAsUnknown() {
        OpaqueToken unknown = TokenKind.LEASE.mint(new SecureRandom());

        List<CompletableFuture<Integer>> answers = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Gateway.message(unknown.text(), 5).statusCode()))
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(401));
        assertThat(Services.calls(unknown.sha256())).isEqualTo(1);
    }

    @Test
    void aTokenWithATypingErrorIsNotAskedFor() {
        String token = TokenKind.LEASE.mint(new SecureRandom()).text();
        String mistyped = token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A");

        assertThat(Gateway.message(mistyped, 5).statusCode()).isEqualTo(401);
        assertThat(Services.calls(OpaqueToken.sha256(mistyped))).isZero();
    }

    @Test
    void aLeaseThatItsTopicHasNotToldOfWorks() {
        tenant.lease().make();
        TestLease untold = tenant.lease().untold().make();

        assertThat(Gateway.message(untold.token(), 5).statusCode()).isEqualTo(200);
    }

    @Test
    void anExpiredLeaseIsRefused() {
        tenant.lease().make();
        TestLease expired =
                tenant.lease().expiringIn(Duration.ofSeconds(-1)).untold().make();

        HttpResponse<String> answer = Gateway.message(expired.token(), 5);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("authentication_error", "expired");
    }

    @Test
    void aRevokedLeaseIsRefusedAtOnce() {
        TestLease lease = tenant.lease().make();

        lease.ends(LeaseState.REVOKED);

        Await.untilAsserted(() -> {
            HttpResponse<String> answer = Gateway.message(lease.token(), 5);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("authentication_error", "revoked");
        });
    }

    @Test
    void aLeaseThatIsRevokedWhileItsBodyIsOnItsWayIsRefused() throws IOException {
        TestLease lease = tenant.lease().make();
        TestLease witness = tenant.lease().make();
        String body = Gateway.messageBody(5, false);
        try (RawClient client = RawClient.announce(lease.token(), body.getBytes(UTF_8).length)) {
            client.write(body.substring(0, 10));
            lease.ends(LeaseState.REVOKED);
            Await.untilAsserted(() ->
                    assertThat(Gateway.message(lease.token(), 5).statusCode()).isEqualTo(401));
            client.write(body.substring(10));
            assertThat(client.answerUntil("}")).startsWith("HTTP/1.1 401").contains("revoked");
        }
        assertThat(Gateway.message(witness.token(), 5).statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyThatIsBeingRevokedIsUsedNoMore() {
        TestLease lease = tenant.lease().make();

        tenant.keyBecomes(KeyState.REVOKING);

        Await.untilAsserted(() -> {
            HttpResponse<String> answer = Gateway.message(lease.token(), 5);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("overloaded_error");
        });
    }

    @Test
    void aLeaseIsForItsOwnProvider() {
        TestLease lease = tenant.lease().make();

        HttpResponse<String> answer = Gateway.send(
                Gateway.openRouter(Gateway.url(), lease.token(), "/models").GET());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":403");
    }

    @Test
    void aModelThatTheLeaseDoesNotAllowIsRefused() {
        TestLease lease = tenant.lease().forModels("claude-haiku-4-5").make();

        HttpResponse<String> answer = Gateway.message(lease.token(), 5);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("permission_error", "claude-haiku-4-5");
        assertThat(tenant.billedRequests()).isZero();
    }

    @Test
    void aBodyThatIsNotJsonIsRefused() {
        TestLease lease = tenant.lease().make();

        HttpResponse<String> answer = Gateway.send(Gateway.anthropic(Gateway.url(), lease.token(), "/v1/messages")
                .POST(BodyPublishers.ofString("{\"model\":\"claude-opus-5\"")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_request_error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/organizations/api_keys",
                "/v1/files",
                "/v1/messages/batches",
                "/v1/messages/",
                "/v1/models/../organizations/me",
                "/v1/models/%2e%2e",
                "/v1/models/..",
                "//v1/messages",
                "/v1/./messages",
                "/V1/messages"
            })
    void whatIsNotOnTheAllowListDoesNotPass(String path) {
        TestLease lease = tenant.lease().make();

        HttpResponse<String> answer = Gateway.send(
                Gateway.anthropic(Gateway.url(), lease.token(), path).GET());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("not_found_error");
    }

    @Test
    void aPathOfNoProviderIsAProblem() {
        HttpResponse<String> answer =
                Gateway.send(HttpRequest.newBuilder(URI.create(Gateway.url() + "/nobody/v1/models"))
                        .GET());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    }
}
