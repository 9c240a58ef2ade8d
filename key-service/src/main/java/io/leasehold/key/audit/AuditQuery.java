package io.leasehold.key.audit;

import io.leasehold.kit.problem.InvalidRequestProblem;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which entries are wanted, as it comes from the query. Fields, because that is what the framework fills. */
public class AuditQuery {
    @Parameter(description = "Only what somebody of that name did", example = "ada")
    @RestQuery
    @Nullable
    String actor;

    @Parameter(
            description = "Only what was done by who has that id, whatever their name was",
            example = "5b7a5c1e-5a0e-4f0a-9d52-5a3b0c0e7a11")
    @RestQuery("actor_id")
    @Nullable
    String actorId;

    @Parameter(description = "Only what was done in that way", example = "key.revoke")
    @RestQuery
    @Nullable
    String action;

    @Parameter(description = "Only what was done to things of that kind", example = "key")
    @RestQuery("target_type")
    @Nullable
    String targetType;

    @Parameter(
            description = "Only what was done to the thing with that id",
            example = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a10")
    @RestQuery
    @Nullable
    String target;

    @Parameter(description = "Only what was done, refused, or failed", example = "refused")
    @RestQuery
    @Nullable
    AuditResult result;

    @Parameter(description = "Only what was done at this time or later", example = "2026-11-01T00:00:00Z")
    @RestQuery
    @Nullable
    Instant from;

    @Parameter(description = "Only what was done before this time", example = "2026-12-01T00:00:00Z")
    @RestQuery
    @Nullable
    Instant to;

    AuditFilter filter() {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new InvalidRequestProblem("to", "must be after from");
        }
        return new AuditFilter(
                actor, actorId, action, targetType, target, result == null ? null : result.wireName(), from, to);
    }
}
