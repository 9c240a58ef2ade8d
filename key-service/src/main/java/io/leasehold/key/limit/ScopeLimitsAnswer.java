package io.leasehold.key.limit;

import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.LimitsView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All limits of one scope. */
@Schema(name = "ScopeLimits")
record ScopeLimitsAnswer(
        @Schema(description = "What kind of thing the limits are on", examples = "key")
        Scope scope,

        @Schema(
                description = "Id of the key, node, domain or workspace; name of a user",
                examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11")
        String scopeId,

        @Schema(description = "All limits that are in force on it, one for each period at most")
        List<LimitAnswer> limits,

        @Schema(description = "0 where none were ever set", examples = "3")
        long version,

        @Schema(
                description = "When they last changed; null where none were ever set",
                examples = "2026-11-21T10:00:00Z")
        @Nullable
        Instant changedAt) {

    static ScopeLimitsAnswer of(LimitsView view) {
        return new ScopeLimitsAnswer(
                view.scope(), view.scopeId(), LimitAnswer.listOf(view.limits()), view.version(), view.changedAt());
    }

    static ScopeLimitsAnswer none(Scope scope, String scopeId) {
        return new ScopeLimitsAnswer(scope, scopeId, List.of(), 0, null);
    }
}
