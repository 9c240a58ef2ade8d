package io.leasehold.collector.standing;

import io.leasehold.collector.account.Account;
import io.leasehold.kit.database.Rows;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The table {@code key_standing}. */
public final class StandingStore {
    private static final String SELECT = """
            select s.account_id, s.key_id, s.provider_key_id, s.standing, s.since, s.read_at
            from key_standing s join api_key k using (workspace_id, key_id)
            where s.workspace_id = :workspaceId and k.state in ('active', 'draining')
              and k.provider_key_id = s.provider_key_id
            """;

    private StandingStore() {}

    /** Of the account's keys that are in use. */
    static Map<UUID, KeyStanding> byKey(Handle handle, Account account) {
        return handle
                .createQuery(SELECT + " and s.account_id = :accountId")
                .bindMethods(account)
                .map(Rows.of(KeyStanding.class))
                .stream()
                .collect(Collectors.toMap(KeyStanding::keyId, each -> each));
    }

    /** Keys of a workspace that are in use here, and whose provider has them switched off, ended or no more. */
    public static List<KeyStanding> listOver(Handle handle, UUID workspaceId) {
        return handle.createQuery(SELECT + """
                         and s.standing in ('disabled', 'expired', 'revoked', 'gone') order by s.since, s.key_id
                        """)
                .bind("workspaceId", workspaceId)
                .map(Rows.of(KeyStanding.class))
                .list();
    }

    static void put(Handle handle, UUID workspaceId, KeyStanding of) {
        handle.createUpdate("""
                        insert into key_standing (workspace_id, key_id, account_id, provider_key_id, standing, since, read_at)
                        values (:workspaceId, :keyId, :accountId, :providerKeyId, :word, :since, :readAt)
                        on conflict (workspace_id, key_id) do update
                        set account_id = excluded.account_id, provider_key_id = excluded.provider_key_id,
                            standing = excluded.standing, since = excluded.since, read_at = excluded.read_at
                        """)
                .bindMethods(of)
                .bind("word", of.standing().wireName())
                .bind("workspaceId", workspaceId)
                .execute();
    }
}
