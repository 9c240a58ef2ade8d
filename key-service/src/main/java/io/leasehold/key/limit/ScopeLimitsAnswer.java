package io.leasehold.key.limit;

import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.contracts.event.RateLimits;
import io.leasehold.kit.rate.Rates;
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

        @Schema(description = "How fast it may be used") Rates rates,

        @Schema(description = "Raises of these limits that are in force or yet to begin")
        List<RaiseAnswer> raises,

        @Schema(
                description = "What is allowed but can hardly be meant, such as a daily limit above the monthly one",
                examples =
                        "[\"The limit of period day, 50, is above the limit of period month, 20, which is reached first.\"]")
        List<String> warnings,

        @Schema(description = "0 where none were ever set", examples = "3")
        long version,

        @Schema(
                description = "When they last changed; null where none were ever set",
                examples = "2026-11-21T10:00:00Z")
        @Nullable
        Instant changedAt) {

    static ScopeLimitsAnswer of(LimitsView view, List<LimitRaise> raises, Instant now) {
        return new ScopeLimitsAnswer(
                view.scope(),
                view.scopeId(),
                LimitAnswer.listOf(view.limits()),
                Rates.of(view.rateLimits()),
                raises.stream().map(raise -> RaiseAnswer.of(raise, now)).toList(),
                LimitRules.warnings(view.limits()),
                view.version(),
                view.changedAt());
    }

    static ScopeLimitsAnswer none(Scope scope, String scopeId) {
        return new ScopeLimitsAnswer(
                scope, scopeId, List.of(), Rates.of(RateLimits.NONE), List.of(), List.of(), 0, null);
    }
}
