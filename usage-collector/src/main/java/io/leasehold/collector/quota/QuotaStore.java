package io.leasehold.collector.quota;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.leasehold.collector.account.Account;
import io.leasehold.contracts.event.QuotaObserved;
import io.leasehold.kit.database.Rows;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables {@code quota_latest} and {@code quota_history}. */
public final class QuotaStore {
    private static final TypeReference<List<QuotaObserved.Quota>> QUOTAS = new TypeReference<>() {};

    private QuotaStore() {}

    private record Row(
            UUID accountId,
            @Nullable UUID keyId,
            @Nullable String holder,
            @Nullable String plan,
            String quotas,
            @Nullable Instant asOf,
            @Nullable String error) {

        HeldQuotas held() {
            return new HeldQuotas(accountId, keyId, holder, plan, parse(quotas), asOf, error);
        }
    }

    /** @return whether something else is said than before */
    static boolean put(Handle handle, QuotaObserved observed, Instant now) {
        String quotas = write(observed.quotas());
        boolean same = handle.createQuery("""
                        select exists (select from quota_latest
                                       where workspace_id = :workspaceId and account_id = :accountId
                                         and key_id is not distinct from :keyId and quotas = cast(:quotas as jsonb)
                                         and plan is not distinct from :plan and error is null)
                        """)
                .bindMethods(observed)
                .bind("quotas", quotas)
                .mapTo(Boolean.class)
                .one();
        handle.createUpdate("""
                        insert into quota_latest (workspace_id, account_id, key_id, provider, holder, plan, quotas, as_of, read_at)
                        values (:workspaceId, :accountId, :keyId, :provider, :holder, :plan, cast(:quotas as jsonb), :asOf, :now)
                        on conflict (workspace_id, account_id, key_id) do update
                        set holder = excluded.holder, plan = excluded.plan, quotas = excluded.quotas, as_of = excluded.as_of,
                            read_at = excluded.read_at, error = null
                        """)
                .bindMethods(observed)
                .bind("quotas", quotas)
                .bind("now", now)
                .execute();
        if (!same) {
            handle.createUpdate("""
                            insert into quota_history (workspace_id, account_id, as_of, id, key_id, provider, holder, plan, quotas)
                            values (:workspaceId, :accountId, :asOf, :id, :keyId, :provider, :holder, :plan,
                                    cast(:quotas as jsonb))
                            """)
                    .bindMethods(observed)
                    .bind("quotas", quotas)
                    .bind("id", Ids.next())
                    .execute();
        }
        return !same;
    }

    /** What was known stays, and is said to be old. */
    static void putError(Handle handle, Account account, UUID keyId, String error, Instant now) {
        handle.createUpdate("""
                        insert into quota_latest (workspace_id, account_id, key_id, provider, quotas, error, read_at)
                        values (:workspaceId, :accountId, :keyId, :provider, '[]', :error, :now)
                        on conflict (workspace_id, account_id, key_id) do update
                        set error = excluded.error, read_at = excluded.read_at
                        """)
                .bindMethods(account)
                .bind("keyId", keyId)
                .bind("error", error)
                .bind("now", now)
                .execute();
    }

    static Optional<Instant> asOf(Handle handle, Account account) {
        return handle.createQuery("""
                        select max(as_of) from quota_latest where workspace_id = :workspaceId and account_id = :accountId
                        """).bindMethods(account).mapTo(Instant.class).findOne();
    }

    /** What each holder of these accounts of a workspace has left. */
    public static List<HeldQuotas> list(Handle handle, UUID workspaceId, Set<UUID> accounts) {
        return handle
                .createQuery("""
                        select account_id, key_id, holder, plan, quotas, as_of, error from quota_latest
                        where workspace_id = :workspaceId and account_id = any(:accounts)
                        order by account_id, holder, key_id
                        """)
                .bind("workspaceId", workspaceId)
                .bindArray("accounts", UUID.class, accounts)
                .map(Rows.of(Row.class))
                .stream()
                .map(Row::held)
                .toList();
    }

    private static String write(List<QuotaObserved.Quota> quotas) {
        try {
            return Json.events().writeValueAsString(quotas);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<QuotaObserved.Quota> parse(String quotas) {
        try {
            return Json.events().readValue(quotas, QUOTAS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
