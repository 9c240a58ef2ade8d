package io.leasehold.gateway.world;

import io.leasehold.contracts.event.RequestCompleted.StoredResponse;
import io.leasehold.contracts.stored.StoredResponseAnswer;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /** Distribution-service knows that this lease was given that answer, whichever replica gave it. */
    public static void stored(UUID leaseId, String id, UUID keyId, @Nullable String link) {
        Control.services()
                .put("stored/" + leaseId + "/" + StoredResponse.hash(id), new StoredResponseAnswer(keyId, link));
    }

    /** What replicas hold of a lease's window, spent or not. */
    public static BigDecimal held(UUID leaseId) {
        return new BigDecimal(Control.services().get("held/" + leaseId).asText());
    }
}
