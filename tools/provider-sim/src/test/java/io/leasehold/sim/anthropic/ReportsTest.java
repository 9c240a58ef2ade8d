package io.leasehold.sim.anthropic;

import static io.leasehold.sim.TestSim.anthropicHeaders;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.sim.Reply;
import io.leasehold.sim.TestSim;
import io.leasehold.sim.TestSim.Key;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private static final String USAGE = "/v1/organizations/usage_report/messages";
    private static final String COST = "/v1/organizations/cost_report";
    private static final String ANALYTICS_COST = "/v1/organizations/analytics/cost";
    private static final String ANALYTICS_USAGE = "/v1/organizations/analytics/usage";

    private final TestSim sim = TestSim.start();
    private final Key admin = sim.anthropicAdmin();
    private final Key one = sim.anthropicKey();
    private final Key other = sim.key("""
            {"provider":"anthropic","kind":"inference","workspace_id":"wrkspc_01JwQvzr7rXLA5AGx3HKfFUJ"}""");
    private Instant today = Instant.EPOCH;

    /** Two requests with key one, one with the other; so that midnight can't come between, at noon. */
    @BeforeEach
    void requests() {
        today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        sim.shiftClock(Duration.between(Instant.now(), today.plus(12, ChronoUnit.HOURS)));
        sim.messages(one, body("claude-opus-5", "Hi [[out=4]]"));
        sim.messages(one, body("claude-haiku-4-5", "Hi [[out=6]]"));
        sim.messages(other, body("claude-opus-5", "Hi [[out=8]]"));
    }

    @AfterEach
    void stop() {
        sim.close();
    }

    @Test
    void usageHasABucketForEveryDayAndNullForWhatIsNotGrouped() {
        Reply reply = sim.anthropic("GET", USAGE + "?starting_at=" + today.minus(1, ChronoUnit.DAYS), admin);

        assertThat(reply.at("/data")).hasSize(2);
        assertThat(reply.at("/data/0/results")).isEmpty();
        assertThat(reply.at("/has_more").asBoolean()).isFalse();
        assertThat(reply.at("/next_page").isNull()).isTrue();
        assertThat(reply.at("/data/1")).isEqualTo(TestSim.parse("""
                {"starting_at":"%s","ending_at":"%s","results":[
                 {"account_id":null,"api_key_id":null,"workspace_id":null,"service_account_id":null,"model":null,
                  "service_tier":null,"context_window":null,"inference_geo":null,"uncached_input_tokens":21,
                  "cache_read_input_tokens":0,
                  "cache_creation":{"ephemeral_5m_input_tokens":0,"ephemeral_1h_input_tokens":0},
                  "output_tokens":18,"server_tool_use":{"web_search_requests":0}}]}""".formatted(today, today.plus(1, ChronoUnit.DAYS))));
    }

    @Test
    void usageIsGroupedAndFiltered() {
        Reply reply = sim.anthropic(
                "GET",
                USAGE + "?starting_at=" + today + "&group_by[]=api_key_id&group_by[]=model&models[]=claude-opus-5",
                admin);

        assertThat(reply.at("/data/0/results")).hasSize(2);
        assertThat(reply.at("/data/0/results"))
                .allSatisfy(result -> assertThat(result.at("/model").asText()).isEqualTo("claude-opus-5"));
        assertThat(find(reply.at("/data/0/results"), "api_key_id", other.id())
                        .at("/output_tokens")
                        .asInt())
                .isEqualTo(8);
    }

    @Test
    void usageIsPagedByAnOpaqueCursor() {
        String from = USAGE + "?bucket_width=1h&limit=5&starting_at=" + today;

        Reply first = sim.anthropic("GET", from, admin);
        Reply second = sim.anthropic("GET", from + "&page=" + first.text("/next_page"), admin);

        assertThat(first.at("/data")).hasSize(5);
        assertThat(first.at("/has_more").asBoolean()).isTrue();
        assertThat(first.text("/next_page")).startsWith("page_");
        assertThat(second.text("/data/0/starting_at")).isEqualTo(first.text("/data/4/ending_at"));
    }

    @Test
    void usageOfTheDefaultWorkspaceHasNoWorkspaceId() {
        Reply reply = sim.anthropic("GET", USAGE + "?starting_at=" + today + "&group_by[]=workspace_id", admin);

        assertThat(reply.at("/data/0/results"))
                .extracting(result -> result.at("/workspace_id").isNull())
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    void costIsInCentsAndNullUnlessGrouped() {
        Reply reply = sim.anthropic("GET", COST + "?starting_at=" + today, admin);

        // (14 × 5 000 + 12 × 25 000) + (7 × 1 000 + 6 × 5 000) nano-dollars
        assertThat(reply.at("/data/0/results")).hasSize(1);
        assertThat(reply.at("/data/0/results/0")).isEqualTo(TestSim.parse("""
                {"amount":"0.0407","currency":"USD","cost_type":null,"token_type":null,"description":null,"model":null,
                 "context_window":null,"service_tier":null,"inference_geo":null,"workspace_id":null}"""));
    }

    @Test
    void costByDescriptionAddsUpToTheBill() {
        Reply reply = sim.anthropic("GET", COST + "?starting_at=" + today + "&group_by[]=description", admin);

        BigDecimal cents = BigDecimal.ZERO;
        for (JsonNode line : reply.at("/data/0/results")) {
            cents = cents.add(new BigDecimal(line.at("/amount").asText()));
        }
        String bill = sim.send("GET", "/control/bill?provider=anthropic", null).text("/total");
        assertThat(cents.movePointLeft(2)).isEqualByComparingTo(bill);
        assertThat(find(reply.at("/data/0/results"), "description", "Claude Opus 5 Usage - Output Tokens"))
                .isEqualTo(TestSim.parse("""
                {"amount":"0.03","currency":"USD","cost_type":"tokens","token_type":"output_tokens",
                 "description":"Claude Opus 5 Usage - Output Tokens","model":"claude-opus-5","context_window":"0-200k",
                 "service_tier":"standard","inference_geo":"global","workspace_id":null}"""));
    }

    @Test
    void costIsDailyOnlyAndNotPerKey() {
        assertThat(sim.anthropic("GET", COST + "?bucket_width=1h&starting_at=" + today, admin)
                        .status())
                .isEqualTo(400);
        assertThat(sim.anthropic("GET", COST + "?group_by[]=api_key_id&starting_at=" + today, admin)
                        .status())
                .isEqualTo(400);
        assertThat(sim.anthropic("GET", COST, admin).text("/error/message")).isEqualTo("starting_at: Field required");
    }

    @Test
    void analyticsKnowWhatEachKeyCosts() {
        Reply reply = analytics(ANALYTICS_COST + "?group_by[]=api_key_id&starting_at=" + today);

        assertThat(reply.fields("")).containsExactly("data", "has_more", "next_page", "data_refreshed_at");
        assertThat(reply.at("/data")).hasSize(2);
        // Dearest first: 7 × 5 000 + 8 × 25 000
        assertThat(reply.text("/data/0/group/api_key_id")).isEqualTo(other.id());
        assertThat(reply.at("/data/0/group/model").isNull()).isTrue();
        assertThat(reply.at("/data/0/cost")).isEqualTo(TestSim.parse("""
                {"amount":"0.0235","list_amount":"0.0235","currency":"USD","requests":1}"""));
        assertThat(reply.at("/data/1/cost/requests").asInt()).isEqualTo(2);
    }

    @Test
    void analyticsByTokenTypeHaveNoRequestCount() {
        Reply reply = analytics(ANALYTICS_COST + "?group_by[]=token_type&starting_at=" + today);

        assertThat(reply.at("/data"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.at("/cost/requests").isNull()).isTrue());
    }

    @Test
    void analyticsUsageLeavesEmptyBucketsOutAndIsPaged() {
        String asked = ANALYTICS_USAGE + "?time_bucket_width=1h&group_by[]=model&limit=1&starting_at=" + today
                + "&ending_at=" + today.plus(1, ChronoUnit.DAYS);

        Reply first = analytics(asked);
        Reply second = analytics(asked + "&page=" + first.text("/next_page"));

        assertThat(first.at("/data")).hasSize(1);
        assertThat(first.fields("/data/0/group")).doesNotContain("cost_type", "token_type");
        assertThat(first.at("/data/0/usage/total_tokens").asInt()).isEqualTo(14 + 12);
        assertThat(first.at("/data/0/usage/requests").asInt()).isEqualTo(2);
        assertThat(second.text("/data/0/group/model")).isEqualTo("claude-haiku-4-5");
        assertThat(second.at("/has_more").asBoolean()).isFalse();
    }

    @Test
    void analyticsKeepToTheirBounds() {
        assertThat(sim.anthropic("GET", ANALYTICS_COST + "?starting_at=" + today, admin)
                        .status())
                .isEqualTo(400);
        assertThat(analytics(ANALYTICS_COST + "?starting_at=" + today.minus(400, ChronoUnit.DAYS))
                        .status())
                .isEqualTo(400);
        assertThat(analytics(ANALYTICS_COST + "?starting_at=2025-12-31T00:00:00Z&ending_at=2026-01-02T00:00:00Z")
                        .status())
                .isEqualTo(400);
        assertThat(analytics(ANALYTICS_COST + "?time_bucket_width=1d&starting_at=" + today)
                        .status())
                .isEqualTo(400);
        assertThat(analytics(ANALYTICS_USAGE + "?group_by[]=token_type&starting_at=" + today)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anActorIsAnObject() {
        Reply reply =
                analytics(ANALYTICS_COST + "?group_by[]=actor&api_key_ids[]=" + one.id() + "&starting_at=" + today);

        assertThat(reply.at("/data/0/group/actor"))
                .isEqualTo(TestSim.parse("{\"type\":\"api_actor\",\"api_key_id\":\"" + one.id() + "\"}"));
    }

    private Reply analytics(String path) {
        return sim.send(
                "GET",
                "/anthropic" + path,
                null,
                anthropicHeaders(admin, "anthropic-beta", "analytics-usage-cost-2026-08-24"));
    }

    private static JsonNode find(JsonNode rows, String field, String value) {
        for (JsonNode row : rows) {
            if (row.path(field).asText().equals(value)) {
                return row;
            }
        }
        throw new AssertionError(value + " is not among " + rows);
    }

    private static String body(String model, String prompt) {
        return """
                {"model":"%s","max_tokens":100,"messages":[{"role":"user","content":"%s"}]}""".formatted(model, prompt);
    }
}
