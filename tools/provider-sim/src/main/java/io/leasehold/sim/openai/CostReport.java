package io.leasehold.sim.openai;

import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.ledger.TokenClass;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code GET /organization/costs}: dollars per day, by project, key and line of the bill. */
final class CostReport {
    private final ReportQuery query;

    CostReport(ReportQuery query) {
        this.query = query;
    }

    private record Group(
            @Nullable String project,
            @Nullable String key,
            @Nullable String lineItem) {
        static final Comparator<Group> BY_TEXT = Comparator.comparing(Group::toString);
    }

    private record Sum(BigDecimal dollars, long tokens) {
        Sum plus(Sum other) {
            return new Sum(dollars.add(other.dollars), tokens + other.tokens);
        }
    }

    record Amount(BigDecimal value, String currency) {}

    /** @param quantity null but by line, as is its unit */
    record Result(
            String object,
            Amount amount,
            @Nullable String lineItem,
            @Nullable String projectId,
            @Nullable String apiKeyId,
            @Nullable String userId,
            @Nullable Long quantity,
            @Nullable String quantityUnit) {}

    List<Result> results(List<LedgerRow> rows) {
        Map<Group, Sum> sums = new TreeMap<>(Group.BY_TEXT);
        for (LedgerRow row : rows) {
            for (TokenClass tokenClass : TokenClass.values()) {
                long tokens = tokenClass.of(row.tokens());
                if (tokens != 0) {
                    Sum part = new Sum(row.rate().exactCost(tokenClass, row.tokens()), tokens);
                    sums.merge(group(row, tokenClass), part, Sum::plus);
                }
            }
        }
        List<Result> results = new ArrayList<>();
        sums.forEach((group, sum) -> results.add(result(group, sum)));
        return results;
    }

    private Group group(LedgerRow row, TokenClass tokenClass) {
        return new Group(
                query.grouped("project_id", ReportQuery.project(row)),
                query.grouped("api_key_id", row.keyId()),
                query.grouped("line_item", row.rate().model() + ", " + label(tokenClass)));
    }

    private static Result result(Group group, Sum sum) {
        boolean byLine = group.lineItem() != null;
        return new Result(
                "organization.costs.result",
                new Amount(sum.dollars().stripTrailingZeros(), "usd"),
                group.lineItem(),
                group.project(),
                group.key(),
                null,
                byLine ? sum.tokens() : null,
                byLine ? "tokens" : null);
    }

    private static String label(TokenClass tokenClass) {
        return switch (tokenClass) {
            case INPUT -> "input_tokens";
            case CACHE_READ -> "cached_input_tokens";
            case CACHE_WRITE_5M, CACHE_WRITE_1H -> "cache_write_tokens";
            case OUTPUT -> "output_tokens";
        };
    }
}
