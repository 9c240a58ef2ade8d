package io.leasehold.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Capture;
import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.contracts.event.RequestCompleted.Slice;
import io.leasehold.contracts.event.WorkspaceView.Domain;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.RawClient;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.leasehold.test.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class DomainTest {
    private final Tenant tenant = Tenant.of("anthropic");
    private final TestLease lease = tenant.lease().ofDomain(null).make();
    private final UUID shop = UUID.randomUUID();

    @BeforeEach
    void domains() {
        tenant.isWorkspace(
                Capture.METADATA,
                new Domain(shop, "shop.example.com", Capture.METADATA),
                new Domain(UUID.randomUUID(), "localhost", Capture.METADATA));
        Await.untilAsserted(() ->
                assertThat(send(lease, "shop.example.com", 5).statusCode()).isEqualTo(200));
    }

    @Test
    void theClientNamesTheDomainOfALeaseThatIsBoundToNone() {
        RequestCompleted record = record(lease, send(lease, " Shop.example.com", 5));

        assertThat(record.domain()).isEqualTo("shop.example.com");
    }

    @Test
    void withoutAWordTheHostIsTheDomain() {
        RequestCompleted record = record(lease, Gateway.message(lease.token(), 5));

        assertThat(record.domain()).isEqualTo("localhost");
    }

    @Test
    void aHostThatIsNoDomainIsNone() throws IOException {
        try (RawClient client = RawClient.raw("""
                GET /anthropic/v1/models HTTP/1.1\r
                Host: other.example.com\r
                x-api-key: %s\r
                anthropic-version: 2023-06-01\r
                Connection: close\r
                \r
                """.formatted(lease.token()))) {
            String answer = client.answerUntil("\r\n\r\n");
            Matcher id = Pattern.compile("(?i)x-request-id: (\\S+)").matcher(answer);
            assertThat(id.find()).isTrue();
            assertThat(record(lease, id.group(1)).domain()).isNull();
        }
    }

    @Test
    void theLeasesOwnDomainStands() {
        TestLease bound = tenant.lease().make();

        assertThat(record(bound, send(bound, "shop.example.com", 5)).domain()).isEqualTo("app.example.com");
    }

    @Test
    void whatNoDomainOfTheWorkspaceIsCalledIsRefused() {
        HttpResponse<String> refused = send(lease, "shop.example.org", 5);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("x-leasehold-domain").doesNotContain("shop.example.org");
    }

    @Test
    void onlyTheLeasesOwnDomainLimitsIt() {
        tenant.limitDomain(shop, Period.DAY, new BigDecimal("1"));
        TestLease bound = tenant.lease().ofDomain("shop.example.com").make();
        Await.untilAsserted(() -> assertThat(
                        record(bound, send(bound, "shop.example.com", 5)).slices())
                .extracting(Slice::scope)
                .contains(Scope.DOMAIN));

        assertThat(record(lease, send(lease, "shop.example.com", 60_000)).slices())
                .extracting(Slice::scope)
                .doesNotContain(Scope.DOMAIN);
        assertThat(send(bound, "shop.example.com", 60_000).statusCode()).isEqualTo(402);
    }

    @Test
    void theUserIsTheHeadersElseTheDialects() {
        String body = """
                {"model":"claude-opus-5","max_tokens":5,"metadata":{"user_id":"ada"},
                 "messages":[{"role":"user","content":"hi"}]}""";
        HttpResponse<String> said = Gateway.send(
                Gateway.anthropic(Gateway.url(), lease.token(), "/v1/messages").POST(BodyPublishers.ofString(body)));
        HttpResponse<String> named = Gateway.send(Gateway.anthropic(Gateway.url(), lease.token(), "/v1/messages")
                .header("x-leasehold-user", "grace")
                .POST(BodyPublishers.ofString(body)));

        assertThat(record(lease, said).user()).isEqualTo("ada");
        assertThat(record(lease, named).user()).isEqualTo("grace");
    }

    private static HttpResponse<String> send(TestLease lease, String domain, int maxTokens) {
        return Gateway.send(Gateway.anthropic(Gateway.url(), lease.token(), "/v1/messages")
                .header("x-leasehold-domain", domain)
                .POST(BodyPublishers.ofString(Gateway.messageBody(maxTokens, false))));
    }

    private static RequestCompleted record(TestLease lease, HttpResponse<String> answer) {
        return record(lease, answer.headers().firstValue("x-request-id").orElseThrow());
    }

    private static RequestCompleted record(TestLease lease, String id) {
        return lease.records(1, request -> request.requestId().toString().equals(id))
                .getFirst();
    }
}
