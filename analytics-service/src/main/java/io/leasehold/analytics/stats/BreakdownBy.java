package io.leasehold.analytics.stats;

import com.fasterxml.jackson.annotation.JsonValue;
import io.leasehold.analytics.visible.VisibleTraffic;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What figures can be broken down by, where they are read, and what each part is called. */
@Schema(enumeration = {"domain", "model", "provider", "node", "key"})
enum BreakdownBy {
    DOMAIN("rollup_domain", "rollup_domain", "domain", "case id when '' then '(no domain)' else id end"),
    MODEL("rollup_model", "rollup_domain_model", "provider || ':' || model", "substr(id, strpos(id, ':') + 1)"),
    PROVIDER("rollup_model", "rollup_domain_model", "provider", "id"),
    NODE(
            "rollup_node",
            "rollup_domain_node",
            "node_id::text",
            "coalesce((select n.name from node n where n.workspace_id = :workspaceId and n.node_id = id::uuid), id)"),
    KEY(
            "rollup_key",
            "rollup_domain_key",
            "key_id::text",
            "coalesce((select k.name from api_key k where k.workspace_id = :workspaceId and k.key_id = id::uuid), id)");

    private final String table;
    private final String byDomain;
    private final String id;
    private final String label;

    /**
     * @param byDomain the table with the same figures by domain
     * @param id of a part, from the columns of the table
     * @param label of a part, from its {@code id}
     */
    BreakdownBy(String table, String byDomain, String id, String label) {
        this.table = table;
        this.byDomain = byDomain;
        this.id = id;
        this.label = label;
    }

    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One row per part with its {@link Totals}, the dearest first, and last those beyond the limit as one without an id. */
    String query(VisibleTraffic traffic) {
        return """
                with part as (
                    select %s as id, %s from %s
                    where workspace_id = :workspaceId and at >= :from and at < :to %s
                    group by 1 having sum(requests) > 0
                ), placed as (
                    select *, row_number() over (order by cost desc, requests desc, id) as place from part
                ), shown as (
                    select least(place, :limit + 1) as place, min(id) filter (where place <= :limit) as id, %s
                    from placed group by 1
                )
                select *, %s as label from shown order by place
                """.formatted(
                        id,
                        Totals.SUMS,
                        traffic.table(table, byDomain),
                        traffic.andVisible("domain"),
                        Totals.SUMS_OF_SUMS,
                        label);
    }
}
