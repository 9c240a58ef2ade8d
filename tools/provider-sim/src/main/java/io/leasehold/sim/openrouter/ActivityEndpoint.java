package io.leasehold.sim.openrouter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.http.Query;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.ledger.NanoUsd;
import io.leasehold.sim.provider.World;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code GET /activity}: usage per day and endpoint over the last 30 completed UTC days. */
final class ActivityEndpoint {
    private static final int DAYS = 30;

    private final World world;
    private final OpenRouterCalls calls;
    private final ModelCatalog catalog;
    private final KeyUsage usage;

    ActivityEndpoint(World world, OpenRouterCalls calls, ModelCatalog catalog, KeyUsage usage) {
        this.world = world;
        this.calls = calls;
        this.catalog = catalog;
        this.usage = usage;
    }

    private record Group(LocalDate date, String model, String workspace) {
        static final Comparator<Group> NEWEST_FIRST = Comparator.comparing(Group::date)
                .reversed()
                .thenComparing(Group::model)
                .thenComparing(Group::workspace);
    }

    private record Sum(NanoUsd cost, long requests, long promptTokens, long completionTokens) {
        static Sum of(LedgerRow row) {
            return new Sum(
                    row.cost(),
                    row.requests(),
                    row.tokens().totalInput(),
                    row.tokens().output());
        }

        Sum plus(Sum other) {
            return new Sum(
                    cost.plus(other.cost),
                    requests + other.requests,
                    promptTokens + other.promptTokens,
                    completionTokens + other.completionTokens);
        }
    }

    /** @param workspaceId absent unless grouped by workspace */
    record Item(
            LocalDate date,
            String model,
            String modelPermaslug,
            String endpointId,
            String providerName,
            BigDecimal usage,
            BigDecimal byokUsageInference,
            long requests,
            long promptTokens,
            long completionTokens,
            long reasoningTokens,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String workspaceId) {}

    void list(Exchange exchange) {
        Query query = exchange.query();
        Predicate<LedgerRow> filter = filter(query);
        boolean byWorkspace = query.one("group_by").map("workspace"::equals).orElse(false);
        calls.report(exchange, () -> new Envelope(items(filter, byWorkspace)));
    }

    private Predicate<LedgerRow> filter(Query query) {
        Optional<LocalDate> date = query.one("date").map(ActivityEndpoint::date);
        Optional<String> key = query.one("api_key_hash");
        Optional<String> user = query.one("user_id");
        Optional<String> workspace = query.one("workspace_id");
        LocalDate today = usage.today();
        return row -> row.provider() == Provider.OPENROUTER
                && isCompletedDay(day(row), today)
                && date.map(day(row)::equals).orElse(true)
                && key.map(row.keyId()::equals).orElse(true)
                && user.map(Account.USER_ID::equals).orElse(true)
                && workspace.map(workspace(row)::equals).orElse(true);
    }

    private List<Item> items(Predicate<LedgerRow> filter, boolean byWorkspace) {
        Map<Group, Sum> sums = new TreeMap<>(Group.NEWEST_FIRST);
        for (LedgerRow row : world.ledger().rows()) {
            if (filter.test(row)) {
                Group group = new Group(day(row), row.rate().model(), byWorkspace ? workspace(row) : "");
                sums.merge(group, Sum.of(row), Sum::plus);
            }
        }
        return sums.entrySet().stream()
                .map(entry -> item(entry.getKey(), entry.getValue(), byWorkspace))
                .toList();
    }

    private Item item(Group group, Sum sum, boolean byWorkspace) {
        OpenRouterModel model = catalog.get(group.model());
        return new Item(
                group.date(),
                model.id(),
                model.canonicalSlug(),
                model.endpointId().toString(),
                model.providerName(),
                sum.cost().dollars(),
                BigDecimal.ZERO,
                sum.requests(),
                sum.promptTokens(),
                sum.completionTokens(),
                0,
                byWorkspace ? group.workspace() : null);
    }

    private static boolean isCompletedDay(LocalDate day, LocalDate today) {
        return day.isBefore(today) && !day.isBefore(today.minusDays(DAYS));
    }

    private static LocalDate day(LedgerRow row) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(row.startedAt()), ZoneOffset.UTC);
    }

    private static String workspace(LedgerRow row) {
        return Objects.requireNonNullElse(row.workspaceId(), Account.DEFAULT_WORKSPACE);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidRequest("date: expected YYYY-MM-DD");
        }
    }
}
