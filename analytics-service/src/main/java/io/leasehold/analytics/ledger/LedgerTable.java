package io.leasehold.analytics.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.leasehold.analytics.bulk.BulkInsert;
import io.leasehold.analytics.rollup.TokenColumn;
import io.leasehold.contracts.Provenance;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.contracts.event.RequestCompleted.PriceTerms;
import io.leasehold.kit.json.Json;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the ledger's rows are written: a new one is added, a higher revision takes the place of a lower one. */
final class LedgerTable {
    private LedgerTable() {}

    static BulkInsert<LedgerEntry> replacingLowerRevisions() {
        BulkInsert<LedgerEntry> key = BulkInsert.<LedgerEntry>into("request")
                .key("workspace_id", "uuid", row -> row.key().workspaceId())
                .key("request_id", "uuid", row -> row.key().requestId())
                .key("admitted_at", "timestamptz", row -> row.key().admittedAt());
        return latency(money(tokens(outcome(identity(key))))).where("request.revision < excluded.revision");
    }

    private static BulkInsert<LedgerEntry> identity(BulkInsert<LedgerEntry> table) {
        return table.column("position", "bigint", LedgerEntry::position)
                .column("revision", "int", of(RequestCompleted::revision))
                .column("lease_id", "uuid", of(RequestCompleted::leaseId))
                .column("node_id", "uuid", of(RequestCompleted::nodeId))
                .column("key_id", "uuid", of(RequestCompleted::keyId))
                .column("account_id", "uuid", of(RequestCompleted::accountId))
                .column("domain", "text", text(RequestCompleted::domain))
                .column("user_name", "text", text(RequestCompleted::user))
                .column("agent", "text", text(RequestCompleted::agent))
                .column("conversation", "text", text(RequestCompleted::conversation))
                .column("tags", "jsonb", of(request -> json(request.tags())))
                .column("secret_version", "int", of(RequestCompleted::secretVersion))
                .column("replica", "uuid", of(RequestCompleted::replica));
    }

    private static BulkInsert<LedgerEntry> outcome(BulkInsert<LedgerEntry> table) {
        return table.column("provider", "text", text(RequestCompleted::provider))
                .column("model", "text", text(RequestCompleted::model))
                .column("requested_model", "text", text(RequestCompleted::requestedModel))
                .column("route", "text", text(RequestCompleted::route))
                .column("streamed", "boolean", of(RequestCompleted::streamed))
                .column("completed_at", "timestamptz", of(RequestCompleted::completedAt))
                .column("status", "int", of(RequestCompleted::status))
                .column("error_type", "text", text(RequestCompleted::errorType))
                .column("upstream_request_id", "text", text(RequestCompleted::upstreamRequestId));
    }

    private static BulkInsert<LedgerEntry> tokens(BulkInsert<LedgerEntry> ledger) {
        BulkInsert<LedgerEntry> table = ledger.column(
                "usage_source", "text", of(request -> request.usageSource().wireName()));
        for (TokenColumn tokens : TokenColumn.values()) {
            table = table.column(tokens.column(), "bigint", of(request -> tokens.of(request.tokens())));
        }
        return table;
    }

    private static BulkInsert<LedgerEntry> money(BulkInsert<LedgerEntry> table) {
        return table.column("cost", "numeric", of(RequestCompleted::cost))
                .column("cost_provenance", "text", of(request -> wireName(request.costProvenance())))
                .column("cost_reason", "text", text(RequestCompleted::costReason))
                .column("computed_cost", "numeric", of(RequestCompleted::computedCost))
                .column("price_version", "text", text(RequestCompleted::priceVersion))
                .column("reservation", "numeric", of(RequestCompleted::reservation))
                .column("web_searches", "bigint", terms(PriceTerms::webSearches))
                .column("service_tier", "text", termsText(PriceTerms::serviceTier))
                .column("region", "text", termsText(PriceTerms::region))
                .column("speed", "text", termsText(PriceTerms::speed));
    }

    private static BulkInsert<LedgerEntry> latency(BulkInsert<LedgerEntry> table) {
        return table.column(
                        "latency_admission",
                        "bigint",
                        of(request -> request.latency().admission()))
                .column(
                        "latency_first_byte",
                        "bigint",
                        of(request -> request.latency().upstreamFirstByte()))
                .column(
                        "latency_total",
                        "bigint",
                        of(request -> request.latency().total()))
                .column(
                        "latency_overhead",
                        "bigint",
                        of(request -> request.latency().overhead()));
    }

    private static Function<LedgerEntry, @Nullable Object> of(Function<RequestCompleted, @Nullable Object> value) {
        return entry -> value.apply(entry.request());
    }

    private static Function<LedgerEntry, @Nullable Object> text(Function<RequestCompleted, @Nullable String> value) {
        return entry -> KeptText.of(value.apply(entry.request()));
    }

    private static Function<LedgerEntry, @Nullable Object> terms(Function<PriceTerms, @Nullable Object> value) {
        return entry -> {
            PriceTerms terms = entry.request().priceTerms();
            return terms == null ? null : value.apply(terms);
        };
    }

    private static Function<LedgerEntry, @Nullable Object> termsText(Function<PriceTerms, @Nullable String> value) {
        return terms(terms -> KeptText.of(value.apply(terms)));
    }

    private static @Nullable String wireName(@Nullable Provenance provenance) {
        return provenance == null ? null : provenance.wireName();
    }

    private static String json(List<String> tags) {
        try {
            return Json.events()
                    .writeValueAsString(tags.stream().map(KeptText::of).toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A list of texts can't be written as JSON", impossible);
        }
    }
}
