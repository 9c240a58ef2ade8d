package io.leasehold.sim.openai;

import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.openai.OpenAiModel.Kind;
import io.leasehold.sim.provider.World;
import java.util.Set;
import java.util.stream.Stream;

/** {@code /organization/usage/…} and {@code /organization/costs} over the ledger. */
final class ReportsEndpoint {
    static final String COMPLETIONS = "completions";
    private static final String EMBEDDINGS = "embeddings";
    private static final int MOST_USAGE_DAYS = 31;
    private static final int MOST_COST_DAYS = 180;

    private static final Set<String> USAGE_GROUPS =
            Set.of("project_id", "user_id", "api_key_id", "model", "batch", "service_tier");
    private static final Set<String> COST_GROUPS = Set.of("project_id", "line_item", "api_key_id", "user_id");
    /** Nothing of these kinds is simulated, so that their buckets are empty. */
    private static final Set<String> OTHER_KINDS = Set.of(
            "moderations",
            "images",
            "audio_speeches",
            "audio_transcriptions",
            "vector_stores",
            "code_interpreter_sessions",
            "file_search_calls",
            "web_search_calls");

    private final World world;
    private final OpenAiCalls calls;
    private final ModelCatalog catalog;

    ReportsEndpoint(World world, OpenAiCalls calls, ModelCatalog catalog) {
        this.world = world;
        this.calls = calls;
        this.catalog = catalog;
    }

    void usage(Exchange exchange) {
        String kind = exchange.variable("kind");
        if (!kind.equals(COMPLETIONS) && !kind.equals(EMBEDDINGS) && !OTHER_KINDS.contains(kind)) {
            throw OpenAiError.notFound("Unknown kind of usage");
        }
        calls.report(exchange, () -> {
            ReportQuery query = ReportQuery.of(
                    exchange.query(),
                    MOST_USAGE_DAYS,
                    USAGE_GROUPS,
                    world.clock().instant());
            UsageReport report = new UsageReport(query, kind, catalog);
            return ReportPage.of(
                    query, rows().filter(row -> kindOf(row).equals(kind)).toList(), report::results);
        });
    }

    void costs(Exchange exchange) {
        calls.report(exchange, () -> {
            if (exchange.query()
                    .one("bucket_width")
                    .filter(width -> !width.equals("1d"))
                    .isPresent()) {
                throw new InvalidRequest("'bucket_width' must be '1d'.");
            }
            ReportQuery query = ReportQuery.of(
                    exchange.query(), MOST_COST_DAYS, COST_GROUPS, world.clock().instant());
            return ReportPage.of(query, rows().toList(), new CostReport(query)::results);
        });
    }

    private Stream<LedgerRow> rows() {
        return world.ledger().rows().stream().filter(row -> row.provider() == Provider.OPENAI);
    }

    private String kindOf(LedgerRow row) {
        return catalog.get(row.rate().model()).kind() == Kind.EMBEDDING ? EMBEDDINGS : COMPLETIONS;
    }
}
