package io.leasehold.analytics.request;

import io.leasehold.analytics.rollup.TokenColumn;
import io.leasehold.analytics.visible.VisibleTraffic;
import io.leasehold.kit.database.Rows;
import io.leasehold.kit.page.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The ledger, as it is read. */
final class RequestStore {
    private static final String VIEW = """
            select r.request_id as id, r.admitted_at, r.completed_at, r.provider, r.model, r.requested_model, r.route,
                   r.streamed, r.status, r.error_type, r.domain, r.user_name as "user", r.lease_id, r.node_id,
                   n.name as node_name, r.key_id, k.name as key_name, r.account_id,
                   %s as input_tokens,
                   r.cache_read as cache_read_tokens, r.cache_write_5m + r.cache_write_1h as cache_write_tokens,
                   %s as output_tokens, r.reasoning as reasoning_tokens,
                   r.usage_source, r.cost, r.cost_provenance, r.cost_reason, r.latency_admission as admission_us,
                   r.latency_first_byte as first_byte_us, r.latency_total as latency_us, r.latency_overhead as overhead_us
            from request r
            left join node n on n.workspace_id = r.workspace_id and n.node_id = r.node_id
            left join api_key k on k.workspace_id = r.workspace_id and k.key_id = r.key_id
            where r.workspace_id = :workspaceId
            """.formatted(TokenColumn.ALL_INPUT, TokenColumn.ALL_OUTPUT);
    private static final String NEWEST_FIRST = " order by r.admitted_at desc, r.request_id desc limit :limit";

    private RequestStore() {}

    static Optional<RequestView> find(Handle handle, VisibleTraffic traffic, UUID id) {
        String visible = VIEW + " and r.request_id = :id" + traffic.andVisible("r.domain");
        return traffic.bindTo(handle.createQuery(visible))
                .bind("id", id)
                .map(Rows.of(RequestView.class))
                .findOne();
    }

    /** The newest first, and one more than the page holds. */
    static List<RequestView> list(Handle handle, VisibleTraffic traffic, PageRequest page) {
        String visible = VIEW + traffic.andVisible("r.domain");
        Query query = RequestPosition.of(page)
                .map(after -> handle.createQuery(
                                visible + " and (r.admitted_at, r.request_id) < (:admittedAt, :id)" + NEWEST_FIRST)
                        .bind("admittedAt", after.admittedAt())
                        .bind("id", after.id()))
                .orElseGet(() -> handle.createQuery(visible + NEWEST_FIRST));
        return traffic.bindTo(query)
                .bind("limit", page.oneMore())
                .map(Rows.of(RequestView.class))
                .list();
    }
}
