package io.leasehold.key.account;

import io.leasehold.kit.database.Rows;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** A look into the table of the feature {@code apikey}, which in turn needs this one. */
final class BoundKeyStore {
    private BoundKeyStore() {}

    /** By their ids at the provider, which no two keys of the pool share. */
    static Map<String, BoundKey> ofAccount(Handle handle, UUID workspaceId, UUID accountId) {
        return handle
                .createQuery("""
                        select provider_key_id, key_id, name from api_key
                        where workspace_id = :workspaceId and account_id = :accountId
                          and provider_key_id is not null and state <> 'revoked'
                        """)
                .bind("workspaceId", workspaceId)
                .bind("accountId", accountId)
                .map(Rows.of(BoundKey.class))
                .stream()
                .collect(Collectors.toMap(BoundKey::providerKeyId, Function.identity()));
    }
}
