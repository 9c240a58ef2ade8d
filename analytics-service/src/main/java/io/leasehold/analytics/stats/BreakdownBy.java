package io.leasehold.analytics.stats;

import io.leasehold.kit.problem.InvalidRequestProblem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What figures can be broken down by, and where they are read: an id, and a label where it has a name of its own. */
enum BreakdownBy {
    DOMAIN("domain", "case domain when '' then '(no domain)' else domain end", "rollup_domain"),
    MODEL("provider || ':' || model", "model", "rollup_model"),
    PROVIDER("provider", "provider", "rollup_model"),
    NODE(
            "node_id::text",
            "coalesce((select n.name from node n where n.workspace_id = :workspaceId"
                    + " and n.node_id = rollup_node.node_id), node_id::text)",
            "rollup_node"),
    KEY(
            "key_id::text",
            "coalesce((select k.name from api_key k where k.workspace_id = :workspaceId"
                    + " and k.key_id = rollup_key.key_id), key_id::text)",
            "rollup_key");

    private final String id;
    private final String label;
    private final String table;

    BreakdownBy(String id, String label, String table) {
        this.id = id;
        this.label = label;
        this.table = table;
    }

    static BreakdownBy of(@Nullable String wireName) {
        return Arrays.stream(values())
                .filter(by -> by.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestProblem(
                        "by",
                        "is not one of "
                                + Arrays.stream(values())
                                        .map(BreakdownBy::wireName)
                                        .collect(Collectors.joining(", "))));
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One row per id with its label and its {@link Totals}. */
    String query() {
        return "select " + id + " as id, " + label + " as label, " + Totals.SUMS + " from " + table
                + " where workspace_id = :workspaceId and at >= :from and at < :to group by 1, 2"
                + " having sum(requests) > 0 order by sum(cost) desc, sum(requests) desc, 1";
    }
}
