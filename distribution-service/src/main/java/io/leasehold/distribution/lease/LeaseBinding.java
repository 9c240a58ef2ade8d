package io.leasehold.distribution.lease;

import io.leasehold.kit.database.Rows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a lease's traffic counts for, beside its node and key; a client's headers have no say in it. */
public record LeaseBinding(
        UUID leaseId,
        UUID workspaceId,
        @Nullable String domain,
        @Nullable String userName) {

    /** Those of the leases that exist, ended ones too. */
    public static Map<UUID, LeaseBinding> find(Handle handle, Collection<UUID> leaseIds) {
        return handle
                .createQuery("""
                        select lease_id, workspace_id, domain, user_name from lease where lease_id = any(:leaseIds)
                        """)
                .bindArray("leaseIds", UUID.class, List.copyOf(leaseIds))
                .map(Rows.of(LeaseBinding.class))
                .list()
                .stream()
                .collect(Collectors.toMap(LeaseBinding::leaseId, Function.identity()));
    }
}
