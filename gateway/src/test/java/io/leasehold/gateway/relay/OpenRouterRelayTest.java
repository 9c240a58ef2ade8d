package io.leasehold.gateway.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Provenance;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.gateway.world.CannedProvider;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class OpenRouterRelayTest {
    private final Tenant tenant = Tenant.of("openrouter");
    private final TestLease lease = tenant.lease().limitedTo("1").make();

    @Test
    void answersAreWhatTheProviderSays() {
        for (boolean stream : List.of(false, true)) {
            HttpResponse<String> straight = chat(Gateway.simulatorUrl(), tenant.secret(), stream);
            HttpResponse<String> relayed = chat(Gateway.url(), lease.token(), stream);

            assertThat(relayed.statusCode()).isEqualTo(200);
            assertThat(withoutIds(relayed.body())).isEqualTo(withoutIds(straight.body()));
        }
    }

    @Test
    void whatTheProviderSaysItChargedIsBookedAsItStands() {
        chat(Gateway.url(), lease.token(), false);
        chat(Gateway.url(), lease.token(), true);

        List<RequestCompleted> records =
                lease.records(2, record -> record.route().startsWith("POST"));

        assertThat(records).allSatisfy(record -> {
            assertThat(record.costProvenance()).isEqualTo(Provenance.PROVIDER);
            assertThat(record.computedCost()).isEqualByComparingTo(record.cost());
        });
        assertThat(records.stream().map(RequestCompleted::cost).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(tenant.bill());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "1e30", "1e999999999", "-1e-999999999"})
    void aCostThatCannotBeIsNotBooked(String cost) throws Exception {
        String body = "{\"id\":\"gen-1\",\"usage\":{\"cost\":" + cost + "}}";
        byte[] answer = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(UTF_8);
        try (CannedProvider provider = new CannedProvider(List.of(answer))) {
            TestLease own = Tenant.at("openrouter", CannedProvider.url())
                    .lease()
                    .limitedTo("1")
                    .make();

            assertThat(chat(Gateway.url(), own.token(), false).body()).isEqualTo(body);

            RequestCompleted record =
                    own.records(1, each -> each.route().startsWith("POST")).getFirst();
            assertThat(record.cost()).isNull();
            assertThat(record.costReason()).isNotBlank();
            assertThat(record.reservation()).isPositive();
        }
    }

    @Test
    void refusalsAreInTheProvidersForm() {
        TestLease poor = tenant.lease().limitedTo("0.0001").make();

        HttpResponse<String> refused = chat(Gateway.url(), poor.token(), false);

        assertThat(refused.statusCode()).isEqualTo(402);
        assertThat(refused.body()).contains("\"code\":402", "lease");
    }

    @Test
    void anErrorInsideAStreamPassesAndIsRecorded() {
        tenant.fault(Map.of("cut_stream_after_events", 2, "error_kind", "provider_failed"));

        HttpResponse<String> relayed = chat(Gateway.url(), lease.token(), true);

        assertThat(relayed.statusCode()).isEqualTo(200);
        assertThat(relayed.body()).contains("\"error\"");
        assertThat(lease.records(1, record -> record.errorType() != null)).isNotEmpty();
    }

    private static HttpResponse<String> chat(String base, String credential, boolean stream) {
        return Gateway.send(Gateway.openRouter(base, credential, "/chat/completions")
                .POST(BodyPublishers.ofString("""
                        {"model":"anthropic/claude-opus-5","max_tokens":60,"stream":%s,
                         "messages":[{"role":"user","content":"Guten Tag"}]}
                        """.formatted(stream))));
    }

    /** The simulator numbers and dates its answers. */
    private static String withoutIds(String body) {
        return body.replaceAll("gen-[A-Za-z0-9-]+", "gen-").replaceAll("\"created\":\\d+", "\"created\":0");
    }
}
