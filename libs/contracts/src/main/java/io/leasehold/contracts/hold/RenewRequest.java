package io.leasehold.contracts.hold;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Keeps all holds of a replica for another term, and gives back what it doesn't need. {@code POST
 * /internal/v1/holds/renew}.
 *
 * @param returned windows of which something was given back; those that are missing are left as they are
 * @param leases the leases used since the last renewal, to be told which of them have ended
 */
public record RenewRequest(UUID replica, List<Returned> returned, Collection<UUID> leases) {
    /** @param amount all that this replica ever gave back of this window */
    public record Returned(WindowKey window, BigDecimal amount) {}
}
