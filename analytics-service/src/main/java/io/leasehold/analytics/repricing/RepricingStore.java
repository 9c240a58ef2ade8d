package io.leasehold.analytics.repricing;

import io.leasehold.analytics.bulk.TextArray;
import io.leasehold.analytics.ledger.Counted;
import io.leasehold.contracts.Provenance;
import io.leasehold.contracts.UsageSource;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.providers.dialect.PricingTerms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The table {@code repricing}, and the rows of {@code request} that are priced again. */
final class RepricingStore {
    private RepricingStore() {}

    /** Which one, of which workspace. */
    record Unfinished(UUID workspaceId, UUID repricingId) {}

    /** A request that has another cost. */
    record Priced(PastRequest request, PastRequest.Cost cost) {}

    static void add(Handle handle, Repricing repricing) {
        handle.createUpdate("""
                        insert into repricing (workspace_id, repricing_id, begins_at, ends_at, provider, model, dry_run, reason,
                                               created_at, created_by, reached_at, reached_id, requests, requests_changed,
                                               requests_priced, requests_unpriced, cost_before, cost_after)
                        values (:workspaceId, :repricingId, :beginsAt, :endsAt, :provider, :model, :dryRun, :reason,
                                :createdAt, :createdBy, :reachedAt, :reachedId, 0, 0, 0, 0, 0, 0)
                        """)
                .bind("workspaceId", repricing.workspaceId())
                .bind("repricingId", repricing.repricingId())
                .bind("beginsAt", repricing.beginsAt())
                .bind("endsAt", repricing.endsAt())
                .bind("provider", repricing.provider())
                .bind("model", repricing.model())
                .bind("dryRun", repricing.dryRun())
                .bind("reason", repricing.reason())
                .bind("createdAt", repricing.createdAt())
                .bind("createdBy", repricing.createdBy())
                .bind("reachedAt", repricing.reachedAt())
                .bind("reachedId", repricing.reachedId())
                .execute();
    }

    static Optional<Repricing> find(Handle handle, UUID workspaceId, UUID repricingId) {
        return handle.createQuery("""
                        select * from repricing where workspace_id = :workspaceId and repricing_id = :repricingId
                        """)
                .bind("workspaceId", workspaceId)
                .bind("repricingId", repricingId)
                .map(RepricingStore::repricing)
                .findOne();
    }

    /** The newest first, one more than a page. */
    static List<Repricing> list(Handle handle, UUID workspaceId, PageRequest page) {
        return handle.createQuery("""
                        select * from repricing
                        where workspace_id = :workspaceId
                          and (cast(:after as uuid) is null or repricing_id < cast(:after as uuid))
                        order by repricing_id desc limit :limit
                        """)
                .bind("workspaceId", workspaceId)
                .bind("after", page.positionId().orElse(null))
                .bind("limit", page.oneMore())
                .map(RepricingStore::repricing)
                .list();
    }

    /** Of all workspaces, the oldest first. */
    static List<Unfinished> listUnfinished(Handle handle, int most) {
        return handle.createQuery("""
                        select workspace_id, repricing_id from repricing
                        where finished_at is null order by created_at limit :most
                        """)
                .bind("most", most)
                .map((row, context) -> new Unfinished(
                        row.getObject("workspace_id", UUID.class), row.getObject("repricing_id", UUID.class)))
                .list();
    }

    /** Empty where it is finished, or another replica is at it. */
    static Optional<Repricing> claim(Handle handle, Unfinished unfinished) {
        return handle.createQuery("""
                        select * from repricing
                        where workspace_id = :workspaceId and repricing_id = :repricingId and finished_at is null
                        for update skip locked
                        """)
                .bind("workspaceId", unfinished.workspaceId())
                .bind("repricingId", unfinished.repricingId())
                .map(RepricingStore::repricing)
                .findOne();
    }

    /** The next requests to look at, in the order of their time. */
    static List<PastRequest> listNext(Handle handle, Repricing repricing, int most) {
        return handle.createQuery("select " + Counted.COLUMNS + """
                        , r.requested_model, r.web_searches, r.service_tier, r.region, r.speed, r.cost_reason
                        from request r
                        where r.workspace_id = :workspaceId and r.admitted_at >= :reachedAt and r.admitted_at < :endsAt
                          and (r.admitted_at, r.request_id) > (:reachedAt, :reachedId)
                          and (cast(:provider as text) is null or r.provider = :provider)
                          and (cast(:model as text) is null or r.model = :model)
                        order by r.admitted_at, r.request_id limit :most
                        """)
                .bind("workspaceId", repricing.workspaceId())
                .bind("reachedAt", repricing.reachedAt())
                .bind("reachedId", repricing.reachedId())
                .bind("endsAt", repricing.endsAt())
                .bind("provider", repricing.provider())
                .bind("model", repricing.model())
                .bind("most", most)
                .map(RepricingStore::request)
                .list();
    }

    /** Their place in the order of the live feed stays: nothing new has happened. */
    static void setCosts(Handle handle, UUID workspaceId, List<Priced> priced) {
        handle.createUpdate("""
                        update request r
                        set cost = cast(n.cost as numeric), cost_provenance = n.provenance, cost_reason = null,
                            price_version = n.price_version, revision = r.revision + 1
                        from unnest(cast(:ids as uuid[]), cast(:times as timestamptz[]), cast(:costs as text[]),
                                    cast(:provenances as text[]), cast(:versions as text[]))
                             as n (request_id, admitted_at, cost, provenance, price_version)
                        where r.workspace_id = :workspaceId and r.request_id = n.request_id and r.admitted_at = n.admitted_at
                        """)
                .bind("workspaceId", workspaceId)
                .bind(
                        "ids",
                        TextArray.of(
                                priced, row -> row.request().counted().key().requestId()))
                .bind(
                        "times",
                        TextArray.of(
                                priced, row -> row.request().counted().key().admittedAt()))
                .bind("costs", TextArray.of(priced, row -> row.cost().amount().toPlainString()))
                .bind(
                        "provenances",
                        TextArray.of(priced, row -> row.cost().provenance().wireName()))
                .bind("versions", TextArray.of(priced, row -> row.cost().priceVersion()))
                .execute();
    }

    /** @param finishedAt null where there is more to do */
    static void advance(
            Handle handle,
            Repricing repricing,
            @Nullable PastRequest last,
            RepricingSums sums,
            @Nullable Instant finishedAt) {
        handle.createUpdate("""
                        update repricing
                        set reached_at = :reachedAt, reached_id = :reachedId, finished_at = :finishedAt, requests = :requests,
                            requests_changed = :changed, requests_priced = :priced, requests_unpriced = :unpriced,
                            cost_before = :before, cost_after = :after
                        where workspace_id = :workspaceId and repricing_id = :repricingId
                        """)
                .bind("workspaceId", repricing.workspaceId())
                .bind("repricingId", repricing.repricingId())
                .bind(
                        "reachedAt",
                        last == null
                                ? repricing.reachedAt()
                                : last.counted().key().admittedAt())
                .bind(
                        "reachedId",
                        last == null
                                ? repricing.reachedId()
                                : last.counted().key().requestId())
                .bind("finishedAt", finishedAt)
                .bind("requests", sums.requests())
                .bind("changed", sums.changed())
                .bind("priced", sums.priced())
                .bind("unpriced", sums.unpriced())
                .bind("before", sums.before())
                .bind("after", sums.after())
                .execute();
    }

    private static Repricing repricing(ResultSet row, StatementContext context) throws SQLException {
        Timestamp finishedAt = row.getTimestamp("finished_at");
        return new Repricing(
                row.getObject("workspace_id", UUID.class),
                row.getObject("repricing_id", UUID.class),
                row.getTimestamp("begins_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getString("provider"),
                row.getString("model"),
                row.getBoolean("dry_run"),
                row.getString("reason"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                finishedAt == null ? null : finishedAt.toInstant(),
                row.getTimestamp("reached_at").toInstant(),
                row.getObject("reached_id", UUID.class),
                new RepricingSums(
                        row.getLong("requests"),
                        row.getLong("requests_changed"),
                        row.getLong("requests_priced"),
                        row.getLong("requests_unpriced"),
                        row.getBigDecimal("cost_before"),
                        row.getBigDecimal("cost_after")));
    }

    private static PastRequest request(ResultSet row, StatementContext context) throws SQLException {
        String provenance = row.getString("cost_provenance");
        return new PastRequest(
                Counted.read(row, context),
                row.getString("requested_model"),
                UsageSource.valueOf(row.getString("usage_source").toUpperCase(Locale.ROOT)),
                row.getObject("web_searches", Long.class),
                new PricingTerms(row.getString("service_tier"), row.getString("region"), row.getString("speed")),
                row.getBigDecimal("cost"),
                provenance == null ? null : Provenance.valueOf(provenance.toUpperCase(Locale.ROOT)),
                row.getString("cost_reason"));
    }
}
