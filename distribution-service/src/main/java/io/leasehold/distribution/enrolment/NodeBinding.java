package io.leasehold.distribution.enrolment;

import java.time.Instant;
import java.util.UUID;

/** An identity of another issuer that an admin has taken into a workspace. */
public record NodeBinding(
        UUID workspaceId, UUID bindingId, String issuer, String subject, String createdBy, Instant createdAt) {}
