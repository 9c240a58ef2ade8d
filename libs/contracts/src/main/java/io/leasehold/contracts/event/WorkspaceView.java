package io.leasehold.contracts.event;

import io.leasehold.contracts.Capture;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A workspace as it stands.
 *
 * @param slug never changes and is never used again
 * @param capture what is kept of the traffic of domains that say nothing else
 * @param failOpen whether requests go on out of emergency slices when the arbiter can't be reached
 * @param version raised with every change; a lower one than seen is ignored
 */
public record WorkspaceView(
        UUID workspaceId,
        String slug,
        String name,
        Capture capture,
        boolean failOpen,
        List<Domain> domains,
        long version,
        Instant changedAt)
        implements EventData {

    @Override
    public String aggregateKey() {
        return workspaceId.toString();
    }

    /** A host name or application label by which traffic is grouped. */
    public record Domain(UUID domainId, String name, Capture capture) {}
}
