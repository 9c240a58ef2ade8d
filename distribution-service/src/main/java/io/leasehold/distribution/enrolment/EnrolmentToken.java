package io.leasehold.distribution.enrolment;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token that lets one node in, once.
 *
 * @param label what people call it
 * @param labels what the node will have
 * @param usedAt null until then
 * @param nodeId the node that came with it
 */
public record EnrolmentToken(
        UUID workspaceId,
        UUID tokenId,
        @Nullable String label,
        Map<String, String> labels,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt,
        @Nullable UUID nodeId) {}
