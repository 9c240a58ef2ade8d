package io.leasehold.contracts.event;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to which, from where, with what result.
 *
 * @param actor the user's or service's name; the subject is in {@code actorId}
 * @param action a verb with its noun, such as {@code key.revoke}
 * @param target the id of what it was done to; null where there is none
 * @param result {@code success}, {@code refused} or {@code failed}
 * @param source the caller's address; null inside a service
 * @param details names and values worth keeping; never a secret
 */
public record AuditEntry(
        UUID entryId,
        UUID workspaceId,
        Instant at,
        String actor,
        String actorId,
        String action,
        String targetType,
        @Nullable String target,
        String result,
        @Nullable String source,
        Map<String, String> details)
        implements EventData {

    @Override
    public String aggregateKey() {
        return workspaceId.toString();
    }
}
