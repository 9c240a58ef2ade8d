package io.leasehold.gateway.world;

import java.math.BigDecimal;
import java.util.UUID;

/** What the faked services have seen, and whether they are there. */
public final class Services {
    private Services() {}

    /** How often they were called with that in the path. */
    public static long calls(String partOfPath) {
        return Control.services().get("calls/" + partOfPath).asLong();
    }

    /** While away, distribution-service and key-service answer 503. */
    public static void away(boolean away) {
        Control.services().put("away/now", away);
    }

    /** What replicas hold of a lease's window, spent or not. */
    public static BigDecimal held(UUID leaseId) {
        return new BigDecimal(Control.services().get("held/" + leaseId).asText());
    }
}
