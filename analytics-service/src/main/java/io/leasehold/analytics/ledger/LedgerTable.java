package io.leasehold.analytics.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.leasehold.analytics.bulk.BulkInsert;
import io.leasehold.contracts.Provenance;
import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.kit.json.Json;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the ledger's rows are written: a new one is added, a higher revision takes the place of a lower one. */
final class LedgerTable {
    private static final List<Field> FIELDS = fields();

    private record Field(String column, String type, Function<LedgerEntry, @Nullable Object> value) {}

    private LedgerTable() {}

    static BulkInsert<LedgerEntry> replacingLowerRevisions() {
        BulkInsert<LedgerEntry> insert = BulkInsert.<LedgerEntry>into("request")
                .column("workspace_id", "uuid", row -> row.key().workspaceId())
                .column("request_id", "uuid", row -> row.key().requestId())
                .column("admitted_at", "timestamptz", row -> row.key().admittedAt());
        for (Field field : FIELDS) {
            insert = insert.column(field.column, field.type, field.value);
        }
        String replaced = FIELDS.stream()
                .map(field -> field.column + " = excluded." + field.column)
                .collect(Collectors.joining(", "));
        return insert.onConflict("(workspace_id, request_id, admitted_at) do update set " + replaced
                + " where request.revision < excluded.revision");
    }

    private static List<Field> fields() {
        return Stream.of(identity(), outcome(), tokens(), money(), latency())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Field> identity() {
        return List.of(
                new Field("position", "bigint", LedgerEntry::position),
                of("revision", "int", RequestCompleted::revision),
                of("lease_id", "uuid", RequestCompleted::leaseId),
                of("node_id", "uuid", RequestCompleted::nodeId),
                of("key_id", "uuid", RequestCompleted::keyId),
                of("account_id", "uuid", RequestCompleted::accountId),
                of("domain", "text", RequestCompleted::domain),
                of("user_name", "text", RequestCompleted::user),
                of("agent", "text", RequestCompleted::agent),
                of("conversation", "text", RequestCompleted::conversation),
                of("tags", "jsonb", request -> json(request.tags())),
                of("secret_version", "int", RequestCompleted::secretVersion),
                of("replica", "uuid", RequestCompleted::replica));
    }

    private static List<Field> outcome() {
        return List.of(
                of("provider", "text", RequestCompleted::provider),
                of("model", "text", RequestCompleted::model),
                of("requested_model", "text", RequestCompleted::requestedModel),
                of("route", "text", RequestCompleted::route),
                of("streamed", "boolean", RequestCompleted::streamed),
                of("completed_at", "timestamptz", RequestCompleted::completedAt),
                of("status", "int", RequestCompleted::status),
                of("error_type", "text", RequestCompleted::errorType),
                of("upstream_request_id", "text", RequestCompleted::upstreamRequestId));
    }

    private static List<Field> tokens() {
        return List.of(
                tokens("input", Tokens::input),
                tokens("cache_read", Tokens::cacheRead),
                tokens("cache_write_5m", Tokens::cacheWrite5m),
                tokens("cache_write_1h", Tokens::cacheWrite1h),
                tokens("output", Tokens::output),
                tokens("reasoning", Tokens::reasoning),
                tokens("audio_in", Tokens::audioIn),
                tokens("audio_out", Tokens::audioOut),
                tokens("image", Tokens::image),
                of("usage_source", "text", request -> request.usageSource().wireName()));
    }

    private static List<Field> money() {
        return List.of(
                of("cost", "numeric", RequestCompleted::cost),
                of("cost_provenance", "text", request -> wireName(request.costProvenance())),
                of("cost_reason", "text", RequestCompleted::costReason),
                of("computed_cost", "numeric", RequestCompleted::computedCost),
                of("price_version", "text", RequestCompleted::priceVersion),
                of("reservation", "numeric", RequestCompleted::reservation));
    }

    private static List<Field> latency() {
        return List.of(
                of("latency_admission", "bigint", request -> request.latency().admission()),
                of("latency_first_byte", "bigint", request -> request.latency().upstreamFirstByte()),
                of("latency_total", "bigint", request -> request.latency().total()),
                of("latency_overhead", "bigint", request -> request.latency().overhead()));
    }

    private static Field of(String column, String type, Function<RequestCompleted, @Nullable Object> value) {
        return new Field(column, type, entry -> value.apply(entry.request()));
    }

    private static Field tokens(String column, Function<Tokens, Long> count) {
        return of(column, "bigint", request -> count.apply(request.tokens()));
    }

    private static @Nullable String wireName(@Nullable Provenance provenance) {
        return provenance == null ? null : provenance.wireName();
    }

    private static String json(List<String> tags) {
        try {
            return Json.events().writeValueAsString(tags);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A list of texts can't be written as JSON", impossible);
        }
    }
}
