package io.leasehold.sim.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.sim.Options;
import io.leasehold.sim.TestSim;
import io.leasehold.sim.TestSim.Key;
import io.leasehold.sim.ledger.Ledger;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.ledger.RandomRows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A simulator that has folded its requests reports what one reports that has them all. */
class FoldedReportsTest {
    private static final String ANALYTICS = "analytics-usage-cost-2026-08-24";

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyReportIsTheSame(long seed) throws IOException {
        List<LedgerRow> rows = new RandomRows(seed, now).some(4_000);
        Ledger folding = new Ledger(7);
        rows.forEach(folding::append);
        assertThat(folding.rows().size()).isLessThan(rows.size() / 2);
        Path single = DataFile.write(folder.resolve("single"), rows.stream());
        Path folded = DataFile.write(folder.resolve("folded"), folding.rows().stream());

        Map<String, JsonNode> reports = reports(folded);

        assertThat(reports).isEqualTo(reports(single));
        assertThat(reports.get("/control/bill").at("/requests").asInt()).isEqualTo(4_000);
        assertThat(reports.get("/credits").at("/data/total_usage").decimalValue())
                .isPositive();
        assertThat(reports.values()).noneMatch(report -> report.has("error"));
    }

    private Map<String, JsonNode> reports(Path data) {
        Map<String, JsonNode> reports = new LinkedHashMap<>();
        try (TestSim sim = TestSim.start(Options.onAnyPort().withData(data))) {
            for (String path : bills()) {
                reports.put(path, sim.send("GET", path, null).json());
            }
            Key admin = sim.anthropicAdmin();
            for (String path : anthropicReports()) {
                String[] headers = TestSim.anthropicHeaders(admin, "anthropic-beta", ANALYTICS);
                reports.put(
                        path,
                        withoutTime(sim.send("GET", "/anthropic/v1/organizations" + path, null, headers)
                                .json()));
            }
            Key openAiAdmin = sim.openAiAdmin();
            for (String path : openAiReports()) {
                reports.put(path, sim.openAi("GET", path, openAiAdmin).json());
            }
            Key manager = sim.openRouterManager();
            for (String path : List.of("/credits", "/activity", "/activity?group_by=workspace")) {
                reports.put(path, sim.openRouter("GET", path, manager).json());
            }
        }
        return reports;
    }

    /** From and to on the minute: finer is only known of the last requests. */
    private List<String> bills() {
        String range = "?from=" + now.minus(Duration.ofHours(25)) + "&to=" + now.minus(Duration.ofMinutes(1));
        return List.of(
                "/control/bill",
                "/control/bill?key=ANTHROPIC_1",
                "/control/bill?key=OPENROUTER_0",
                "/control/bill?provider=openrouter",
                "/control/bill" + range);
    }

    private List<String> anthropicReports() {
        List<String> paths = new ArrayList<>();
        String from = "?starting_at=" + now.minus(Duration.ofDays(4)).truncatedTo(ChronoUnit.DAYS);
        String groups = groups("api_key_id", "workspace_id", "model", "context_window", "inference_geo");
        for (String width : List.of("1d", "1h", "1m")) {
            // A page holds only so many buckets.
            String start = width.equals("1m") ? "?starting_at=" + now.minus(Duration.ofMinutes(30)) : from;
            // An end, as the second simulator may be asked in another minute than the first.
            String buckets = start + "&ending_at=" + now + "&bucket_width=" + width;
            paths.add("/usage_report/messages" + buckets + "&limit=" + (width.equals("1d") ? 31 : 60));
            paths.add("/usage_report/messages" + buckets + groups + "&group_by[]=speed");
            paths.add("/usage_report/messages" + buckets + groups + "&context_window[]=200k-1M");
        }
        paths.add("/cost_report" + from);
        paths.add("/cost_report" + from + groups("description", "workspace_id"));
        for (String kind : List.of("usage", "cost")) {
            paths.add("/analytics/" + kind + from);
            paths.add("/analytics/" + kind + from + groups("actor", "model", "context_window", "speed"));
            paths.add("/analytics/" + kind + from + "&time_bucket_width=1h&limit=1000&ending_at=" + now
                    + groups("workspace_id"));
        }
        paths.add("/analytics/cost" + from + groups("token_type", "model"));
        return paths;
    }

    private List<String> openAiReports() {
        String from = "?start_time=" + now.minus(Duration.ofDays(4)).getEpochSecond();
        String usage = "/organization/usage/completions" + from;
        return List.of(
                usage,
                usage + groups("project_id", "api_key_id", "model", "service_tier"),
                usage + "&bucket_width=1h&limit=168&api_key_ids=OPENAI_1",
                "/organization/costs" + from,
                "/organization/costs" + from + groups("project_id", "line_item", "api_key_id"));
    }

    private static String groups(String... names) {
        return "&group_by[]=" + String.join("&group_by[]=", names);
    }

    private static JsonNode withoutTime(JsonNode report) {
        return report instanceof ObjectNode object ? object.without("data_refreshed_at") : report;
    }
}
