package io.leasehold.sim.anthropic.report;

import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.http.Query;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.ledger.Speed;
import io.leasehold.sim.report.BucketPage;
import io.leasehold.sim.report.BucketWidth;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code cost_report}: money per day, by workspace or by line of the bill; never by key. */
public final class CostReport {
    private static final String DESCRIPTION = "description";
    private static final String WORKSPACE = "workspace_id";
    private static final Set<String> GROUPS = Set.of(DESCRIPTION, WORKSPACE);

    private final BucketPage page;
    private final Set<String> groups;
    private final UnaryOperator<String> displayName;

    private CostReport(Query query, Instant now, UnaryOperator<String> displayName) {
        BucketWidth width =
                BucketWidth.of("bucket_width", query.one("bucket_width").orElse("1d"));
        if (width != BucketWidth.DAY) {
            throw new InvalidRequest("bucket_width: Input should be '1d'");
        }
        this.page = ClassicPage.of(query, width, now);
        this.groups = Set.copyOf(query.many("group_by"));
        this.displayName = displayName;
        if (!GROUPS.containsAll(groups)) {
            throw new InvalidRequest("group_by: Input should be 'workspace_id' or 'description'");
        }
    }

    /** @param displayName of a model id */
    public static BucketedReport of(Query query, List<LedgerRow> rows, Instant now, UnaryOperator<String> displayName) {
        CostReport report = new CostReport(query, now, displayName);
        return BucketedReport.of(report.page, report.results(rows));
    }

    /** A line of the bill; everything is null but what the report is grouped by. */
    record Line(
            @Nullable String costType,
            @Nullable String tokenType,
            @Nullable String description,
            @Nullable String model,
            @Nullable String contextWindow,
            @Nullable String serviceTier,
            @Nullable String inferenceGeo,
            @Nullable String workspaceId) {
        static final Comparator<Line> BY_TEXT = Comparator.comparing(Line::toString);
    }

    record Result(
            String amount,
            String currency,
            @Nullable String costType,
            @Nullable String tokenType,
            @Nullable String description,
            @Nullable String model,
            @Nullable String contextWindow,
            @Nullable String serviceTier,
            @Nullable String inferenceGeo,
            @Nullable String workspaceId) {
        static Result of(Line line, BigDecimal dollars) {
            return new Result(
                    Cents.of(dollars),
                    "USD",
                    line.costType(),
                    line.tokenType(),
                    line.description(),
                    line.model(),
                    line.contextWindow(),
                    line.serviceTier(),
                    line.inferenceGeo(),
                    line.workspaceId());
        }
    }

    private List<List<?>> results(List<LedgerRow> rows) {
        List<Map<Line, BigDecimal>> buckets = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            buckets.add(new TreeMap<>(Line.BY_TEXT));
        }
        for (LedgerRow row : rows) {
            page.indexOf(Instant.ofEpochMilli(row.startedAt()))
                    .ifPresent(i -> CostPart.of(row)
                            .forEach(part -> buckets.get(i).merge(line(part), part.dollars(), BigDecimal::add)));
        }
        List<List<?>> results = new ArrayList<>();
        for (Map<Line, BigDecimal> bucket : buckets) {
            results.add(bucket.entrySet().stream()
                    .map(line -> Result.of(line.getKey(), line.getValue()))
                    .toList());
        }
        return results;
    }

    private Line line(CostPart part) {
        LedgerRow row = part.row();
        String workspace = groups.contains(WORKSPACE) ? row.workspaceId() : null;
        if (!groups.contains(DESCRIPTION)) {
            return new Line(null, null, null, null, null, null, null, workspace);
        }
        return new Line(
                Dimension.COST_TYPE.of(row),
                part.tokenType(),
                description(part),
                row.rate().model(),
                Dimension.CONTEXT_WINDOW.of(row),
                Dimension.SERVICE_TIER.of(row),
                Dimension.INFERENCE_GEO.of(row),
                workspace);
    }

    private String description(CostPart part) {
        String model = displayName.apply(part.row().rate().model());
        String fast = part.row().rate().speed() == Speed.FAST ? " (Fast Mode)" : "";
        return model + fast + " Usage - " + part.label();
    }
}
