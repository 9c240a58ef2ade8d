package io.leasehold.sim.openai;

import io.leasehold.sim.ledger.LedgerRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code GET /organization/usage/{kind}}: tokens and requests per bucket and group. */
final class UsageReport {
    private final ReportQuery query;
    private final String kind;
    private final ModelCatalog catalog;

    UsageReport(ReportQuery query, String kind, ModelCatalog catalog) {
        this.query = query;
        this.kind = kind;
        this.catalog = catalog;
    }

    private record Group(
            @Nullable String project,
            @Nullable String key,
            @Nullable String model,
            @Nullable String tier) {}

    List<?> results(List<LedgerRow> rows) {
        Map<String, List<LedgerRow>> groups = rows.stream()
                .collect(Collectors.groupingBy(row -> group(row).toString(), TreeMap::new, Collectors.toList()));
        return groups.values().stream()
                .map(of -> result(group(of.getFirst()), of))
                .toList();
    }

    private Group group(LedgerRow row) {
        return new Group(
                query.grouped("project_id", ReportQuery.project(row)),
                query.grouped("api_key_id", row.keyId()),
                query.grouped("model", catalog.get(row.rate().model()).snapshot()),
                query.grouped("service_tier", row.rate().speed().wireName()));
    }

    private Map<String, @Nullable Object> result(Group group, List<LedgerRow> rows) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("object", "organization.usage." + kind + ".result");
        long input = sum(rows, row -> row.tokens().totalInput());
        fields.put("input_tokens", input);
        if (kind.equals(ReportsEndpoint.COMPLETIONS)) {
            long read = sum(rows, row -> row.tokens().cacheRead());
            long written = sum(rows, row -> row.tokens().cacheWrite());
            fields.put("input_cached_tokens", read);
            fields.put("input_cache_write_tokens", written);
            fields.put("input_uncached_tokens", input - read - written);
            fields.put("output_tokens", sum(rows, row -> row.tokens().output()));
        }
        fields.put("num_model_requests", sum(rows, LedgerRow::requests));
        fields.put("project_id", group.project());
        fields.put("user_id", null);
        fields.put("api_key_id", group.key());
        fields.put("model", group.model());
        if (kind.equals(ReportsEndpoint.COMPLETIONS)) {
            fields.put("batch", null);
            fields.put("service_tier", group.tier());
        }
        return fields;
    }

    private static long sum(List<LedgerRow> rows, ToLongFunction<LedgerRow> count) {
        return rows.stream().mapToLong(count).sum();
    }
}
