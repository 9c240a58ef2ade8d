package io.leasehold.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Provenance;
import io.leasehold.contracts.UsageSource;
import io.leasehold.contracts.event.RequestCompleted;
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

/** OpenAI is found on the class path: nothing in the gateway knows of it. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class OpenAiRelayTest {
    private static final String CHAT = """
            {"model":"gpt-6-sol","max_completion_tokens":60,"messages":[{"role":"user","content":"Guten Tag"}]%s}""";
    private static final String RESPONSE =
            "{\"model\":\"gpt-5.1\",\"max_output_tokens\":60,\"input\":\"Guten Tag\",\"service_tier\":\"flex\"%s}";
    private static final String STREAM = ",\"stream\":true";
    private static final String WITH_USAGE = STREAM + ",\"stream_options\":{\"include_usage\":true}";

    private final Tenant tenant = Tenant.of("openai");
    private final TestLease lease = tenant.lease().limitedTo("5").make();

    @Test
    void answersAreWhatTheProviderSays() {
        for (String body : List.of(CHAT.formatted(""), CHAT.formatted(WITH_USAGE))) {
            same("/chat/completions", body);
        }
        for (String body : List.of(RESPONSE.formatted(""), RESPONSE.formatted(STREAM))) {
            same("/responses", body);
        }
        same("/embeddings", "{\"model\":\"text-embedding-3-small\",\"dimensions\":4,\"input\":\"Guten Tag\"}");
    }

    @Test
    void whatIsBookedIsTheProvidersBillToTheNanoDollar() {
        post("/chat/completions", CHAT.formatted(""));
        post("/chat/completions", CHAT.formatted(WITH_USAGE));
        post("/responses", RESPONSE.formatted(""));
        post("/responses", RESPONSE.formatted(STREAM));
        post("/embeddings", "{\"model\":\"text-embedding-3-small\",\"input\":[\"Guten\",\"Tag\"]}");

        List<RequestCompleted> records = records(5);

        assertThat(records).allSatisfy(record -> {
            assertThat(record.costProvenance()).isEqualTo(Provenance.GATEWAY);
            assertThat(record.usageSource()).isEqualTo(UsageSource.REPORTED);
            assertThat(record.cost()).isLessThanOrEqualTo(record.reservation());
        });
        assertThat(records.stream().map(RequestCompleted::cost).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(tenant.bill());
    }

    /**
     * The provider tells the usage of a chat's stream to those who ask for it only: it is asked, and what it says is kept
     * from a client that did not.
     */
    @Test
    void aStreamWhoseUsageNobodyAskedForIsBookedAllTheSame() {
        for (String options :
                List.of("", ",\"stream_options\":null", ",\"stream_options\":{\"include_usage\":false}")) {
            same("/chat/completions", CHAT.formatted(STREAM + options));
        }
        BigDecimal both = tenant.bill();

        assertThat(records(3)).allSatisfy(record -> {
            assertThat(record.usageSource()).isEqualTo(UsageSource.REPORTED);
            // Each was sent to the provider once by the gateway and once past it.
            assertThat(record.cost()).isEqualByComparingTo(both.divide(BigDecimal.valueOf(6)));
        });
    }

    @Test
    void whateverPiecesTheStreamComesInItIsTheSame() {
        tenant.fault(Map.of("split_chunks", true));

        HttpResponse<String> relayed = post("/chat/completions", CHAT.formatted(STREAM));

        assertThat(relayed.body()).doesNotContain("\"usage\"").endsWith("data: [DONE]\n\n");
        assertThat(records(1).getFirst().usageSource()).isEqualTo(UsageSource.REPORTED);
    }

    @Test
    void anErrorInsteadOfAStreamIsWhole() {
        tenant.fault(Map.of("error_kind", "overloaded"));

        HttpResponse<String> relayed = post("/chat/completions", CHAT.formatted(STREAM));

        assertThat(relayed.statusCode()).isEqualTo(503);
        assertThat(relayed.headers().firstValue("content-length")).isPresent();
        assertThat(relayed.body()).contains("server_error");
    }

    @Test
    void bothFamiliesOf429PassAsTheyAre() {
        tenant.fault(Map.of("error_kind", "project_spend_limit"));

        HttpResponse<String> spent = post("/chat/completions", CHAT.formatted(""));

        assertThat(spent.statusCode()).isEqualTo(429);
        assertThat(spent.headers().firstValue("x-should-retry")).contains("false");
        assertThat(records(1).getFirst().errorType()).isEqualTo("project_spend_limit_exceeded");
    }

    @Test
    void refusalsAreInTheProvidersForm() {
        TestLease poor = tenant.lease().limitedTo("0.0001").make();

        HttpResponse<String> refused = post(Gateway.url(), poor.token(), "/chat/completions", CHAT.formatted(""));
        HttpResponse<String> stored = post("/responses", RESPONSE.formatted(",\"previous_response_id\":\"resp_1\""));

        assertThat(refused.statusCode()).isEqualTo(402);
        assertThat(refused.body()).contains("\"type\":\"insufficient_quota\"", "lease");
        assertThat(stored.statusCode()).isEqualTo(400);
        assertThat(stored.body()).contains("previous_response_id");
    }

    private void same(String path, String body) {
        HttpResponse<String> straight = post(Gateway.simulatorUrl(), tenant.secret(), path, body);
        HttpResponse<String> relayed = post(path, body);

        assertThat(relayed.statusCode()).isEqualTo(200);
        assertThat(withoutIds(relayed.body())).isEqualTo(withoutIds(straight.body()));
    }

    private HttpResponse<String> post(String path, String body) {
        return post(Gateway.url(), lease.token(), path, body);
    }

    private static HttpResponse<String> post(String base, String credential, String path, String body) {
        return Gateway.send(Gateway.openAi(base, credential, path).POST(BodyPublishers.ofString(body)));
    }

    private List<RequestCompleted> records(int count) {
        return lease.records(count, record -> record.route().startsWith("POST"));
    }

    /** The simulator numbers and dates its answers. */
    private static String withoutIds(String body) {
        return body.replaceAll("(chatcmpl-|resp_|msg_)[A-Za-z0-9]+", "$1")
                .replaceAll("\"created(_at)?\":\\d+", "\"created\":0");
    }
}
