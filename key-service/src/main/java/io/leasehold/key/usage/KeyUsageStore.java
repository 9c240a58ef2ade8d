package io.leasehold.key.usage;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.event.SpendView;
import io.leasehold.kit.database.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables {@code key_use} and {@code key_spend}. */
public final class KeyUsageStore {
    private KeyUsageStore() {}

    /** A version of a key's secret. */
    record Use(UUID workspaceId, UUID keyId, int secretVersion) {}

    private record LastUse(UUID keyId, Instant lastUsedAt) {}

    private record Spend(
            UUID keyId, Period period, @Nullable Instant windowEnd, BigDecimal spent, BigDecimal presumed) {}

    /** What is known of these keys; one of which nothing is known is missing. */
    public static Map<UUID, KeyUsage> ofKeys(Handle handle, UUID workspaceId, Collection<UUID> keyIds) {
        Map<UUID, Map<Period, KeyUsage.Window>> windows = new HashMap<>();
        spends(handle, workspaceId, keyIds)
                .forEach(spend -> windows.computeIfAbsent(spend.keyId(), _ -> new HashMap<>())
                        .put(spend.period(), new KeyUsage.Window(spend.windowEnd(), spend.spent(), spend.presumed())));
        Map<UUID, KeyUsage> usages = new HashMap<>();
        windows.forEach((keyId, ofKey) -> usages.put(keyId, new KeyUsage(null, ofKey)));
        lastUses(handle, workspaceId, keyIds)
                .forEach(use -> usages.put(
                        use.keyId(), new KeyUsage(use.lastUsedAt(), windows.getOrDefault(use.keyId(), Map.of()))));
        return usages;
    }

    /** When that version of a key's secret was last used; empty where no gateway has told of any use. */
    public static Optional<Instant> lastUse(Handle handle, UUID workspaceId, UUID keyId, int secretVersion) {
        return handle.createQuery("""
                        select last_used_at from key_use
                        where workspace_id = :workspaceId and key_id = :keyId and secret_version = :secretVersion
                        """)
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .bind("secretVersion", secretVersion)
                .mapTo(Instant.class)
                .findOne();
    }

    private static List<LastUse> lastUses(Handle handle, UUID workspaceId, Collection<UUID> keyIds) {
        return handle.createQuery("""
                        select key_id, max(last_used_at) as last_used_at from key_use
                        where workspace_id = :workspaceId and key_id = any(:keyIds)
                        group by key_id
                        """)
                .bind("workspaceId", workspaceId)
                .bindArray("keyIds", UUID.class, List.copyOf(keyIds))
                .map(Rows.of(LastUse.class))
                .list();
    }

    private static List<Spend> spends(Handle handle, UUID workspaceId, Collection<UUID> keyIds) {
        return handle.createQuery("""
                        select key_id, period, window_end, spent, presumed from key_spend
                        where workspace_id = :workspaceId and key_id = any(:keyIds)
                        """)
                .bind("workspaceId", workspaceId)
                .bindArray("keyIds", UUID.class, List.copyOf(keyIds))
                .map(Rows.of(Spend.class))
                .list();
    }

    /** Ledger events come in any order; the latest use counts. */
    static void used(Handle handle, Map<Use, Instant> uses) {
        var batch = handle.prepareBatch("""
                insert into key_use (workspace_id, key_id, secret_version, last_used_at)
                values (:workspaceId, :keyId, :secretVersion, :at)
                on conflict (workspace_id, key_id, secret_version) do update
                set last_used_at = excluded.last_used_at
                where key_use.last_used_at < excluded.last_used_at
                """);
        uses.forEach((use, at) -> batch.bind("workspaceId", use.workspaceId())
                .bind("keyId", use.keyId())
                .bind("secretVersion", use.secretVersion())
                .bind("at", at)
                .add());
        batch.execute();
    }

    /** A later window takes the place of an earlier one; within a window the higher version counts. */
    static void spent(Handle handle, UUID keyId, SpendView view) {
        handle.createUpdate("""
                        insert into key_spend (workspace_id, key_id, period, window_start, window_end, spent, presumed, version)
                        values (:workspaceId, :keyId, :period, :windowStart, :windowEnd, :spent, :presumed, :version)
                        on conflict (workspace_id, key_id, period) do update
                        set window_start = excluded.window_start, window_end = excluded.window_end,
                            spent = excluded.spent, presumed = excluded.presumed, version = excluded.version
                        where (key_spend.window_start, key_spend.version) < (excluded.window_start, excluded.version)
                        """).bindMethods(view).bind("keyId", keyId).execute();
    }
}
