package io.leasehold.gateway.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Provenance;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.UsageSource;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.RawClient;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.leasehold.kit.event.ReceivedEvent;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class LedgerTest {
    private final Tenant tenant = Tenant.of("anthropic");
    private final TestLease lease = tenant.lease().make();

    @Test
    void whatIsRecordedIsTheProvidersBillToTheNano() {
        IntStream.range(1, 15).forEach(i -> send(messageOf("Zähle bis " + "💶".repeat(i * 7), 11 * i, i % 2 == 0)));

        List<RequestCompleted> records = lease.records(14, LedgerTest::isMessage);

        assertThat(records).allSatisfy(record -> {
            assertThat(record.usageSource()).isEqualTo(UsageSource.REPORTED);
            assertThat(record.costProvenance()).isEqualTo(Provenance.GATEWAY);
            assertThat(record.cost()).isLessThanOrEqualTo(record.reservation());
        });
        assertThat(sum(records)).isEqualByComparingTo(tenant.bill());
    }

    @Test
    void cachedInputIsRecordedAsTheProviderBillsIt() {
        String cached = """
                {"model":"claude-opus-5","max_tokens":20,"messages":[{"role":"user","content":[
                 {"type":"text","text":"%s","cache_control":{"type":"ephemeral"}}]}]}
                """.formatted("a long story ".repeat(800));
        send(cached);
        send(cached);

        List<RequestCompleted> records = lease.records(2, LedgerTest::isMessage);

        assertThat(records.get(0).tokens().cacheWrite5m()).isPositive();
        assertThat(records.get(1).tokens().cacheRead()).isPositive();
        assertThat(sum(records)).isEqualByComparingTo(tenant.bill());
    }

    @Test
    void aRecordNamesEverythingThatIsCountedByIt() {
        HttpResponse<String> answer = Gateway.send(Gateway.anthropic(Gateway.url(), lease.token(), "/v1/messages")
                .header("x-leasehold-agent", "builder")
                .header("x-leasehold-conversation", "c-1")
                .header("x-leasehold-tags", "nightly, blue")
                .POST(BodyPublishers.ofString(Gateway.messageBody(20, true))));

        RequestCompleted record = lease.records(1, LedgerTest::isMessage).getFirst();

        assertThat(record.requestId())
                .hasToString(answer.headers().firstValue("x-request-id").orElseThrow());
        assertThat(record.workspaceId()).isEqualTo(tenant.workspaceId());
        assertThat(record.nodeId()).isEqualTo(lease.view().nodeId());
        assertThat(record.keyId()).isEqualTo(tenant.key().keyId());
        assertThat(record.accountId()).isEqualTo(tenant.key().accountId());
        assertThat(record.provider()).isEqualTo("anthropic");
        assertThat(record.requestedModel()).isEqualTo(Gateway.MODEL);
        assertThat(record.domain()).isEqualTo("app.example.com");
        assertThat(record.agent()).isEqualTo("builder");
        assertThat(record.conversation()).isEqualTo("c-1");
        assertThat(record.tags()).containsExactly("nightly", "blue");
        assertThat(record.route()).isEqualTo("POST /v1/messages");
        assertThat(record.streamed()).isTrue();
        assertThat(record.status()).isEqualTo(200);
        assertThat(record.secretVersion()).isEqualTo(1);
        assertThat(record.upstreamRequestId())
                .isEqualTo(answer.headers().firstValue("request-id").orElseThrow());
        assertThat(record.latency().total())
                .isGreaterThanOrEqualTo(record.latency().overhead());
        assertThat(record.latency().upstreamFirstByte()).isPositive();
        assertThat(record.revision()).isEqualTo(1);
    }

    @Test
    void theEventCarriesItsHeadersTheClientsTraceAndItsLeaseAsKey() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        Gateway.send(Gateway.anthropic(Gateway.url(), lease.token(), "/v1/messages")
                .header("traceparent", trace)
                .POST(BodyPublishers.ofString(Gateway.messageBody(5, false))));

        ReceivedEvent event = Events.await(
                        Topic.REQUESTS,
                        1,
                        each -> each.data() instanceof RequestCompleted record
                                && record.leaseId().equals(lease.id())
                                && isMessage(record))
                .getFirst();

        assertThat(event.key()).isEqualTo(lease.id().toString());
        assertThat(event.traceParent()).isEqualTo(trace);
        assertThat(event.id()).isEqualTo(((RequestCompleted) event.data()).requestId());
        assertThat(new String(event.source().headers().lastHeader("ce_source").value(), StandardCharsets.UTF_8))
                .isEqualTo("/leasehold/gateway");
    }

    @Test
    void aFreeRouteIsRecordedAndCostsNothing() {
        Gateway.send(Gateway.anthropic(Gateway.url(), lease.token(), "/v1/messages/count_tokens")
                .POST(BodyPublishers.ofString(
                        "{\"model\":\"claude-opus-5\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}")));

        RequestCompleted record =
                lease.records(1, each -> each.route().endsWith("count_tokens")).getFirst();

        assertThat(record.status()).isEqualTo(200);
        assertThat(record.cost()).isEqualByComparingTo("0");
    }

    @Test
    void aClientThatHangsUpIsRecordedWithAllThatWasUsed() throws IOException {
        tenant.fault(Map.of("token_interval_ms", 5));
        try (RawClient client = RawClient.send(lease.token(), Gateway.messageBody(200, true))) {
            assertThat(client.status()).isEqualTo(200);
        }

        RequestCompleted record = lease.records(1, LedgerTest::isMessage).getFirst();

        assertThat(record.status()).isEqualTo(499);
        assertThat(record.usageSource()).isEqualTo(UsageSource.REPORTED);
        Await.untilAsserted(() -> assertThat(record.cost()).isEqualByComparingTo(tenant.bill()));
    }

    @Test
    void readingOnForAClientThatHungUpHasACap() throws IOException {
        tenant.fault(Map.of("token_interval_ms", 500));
        try (RawClient client = RawClient.send(lease.token(), Gateway.messageBody(400, true))) {
            assertThat(client.status()).isEqualTo(200);
        }

        RequestCompleted record = lease.records(1, LedgerTest::isMessage).getFirst();

        assertThat(record.status()).isEqualTo(499);
        assertThat(record.usageSource()).isIn(UsageSource.ESTIMATED, UsageSource.PARTIAL);
        assertThat(record.cost()).isPositive();
    }

    private void send(String body) {
        HttpResponse<String> answer = Gateway.send(
                Gateway.anthropic(Gateway.url(), lease.token(), "/v1/messages").POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static String messageOf(String text, int maxTokens, boolean stream) {
        return """
                {"model":"claude-opus-5","max_tokens":%d,"stream":%s,"messages":[{"role":"user","content":"%s"}]}
                """.formatted(maxTokens, stream, text);
    }

    private static boolean isMessage(RequestCompleted record) {
        return record.route().equals("POST /v1/messages");
    }

    private static BigDecimal sum(List<RequestCompleted> records) {
        return records.stream().map(RequestCompleted::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
