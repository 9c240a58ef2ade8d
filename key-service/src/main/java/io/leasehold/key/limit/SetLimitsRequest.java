package io.leasehold.key.limit;

import io.leasehold.kit.rate.Rates;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All limits that a scope shall have; limits of spend that are left out end. */
@Schema(name = "SetLimitsRequest")
record SetLimitsRequest(
        @Schema(description = "All limits that it shall have, one for each period at most; empty for none")
        @NotNull
        @Size(max = 3)
        List<@NotNull @Valid LimitRequest> limits,

        @Schema(
                description = "How fast it may be used; stays as it is where it is left out, and {} ends it",
                examples = "{\"requests_per_minute\":60}")
        @Valid
        @Nullable
        Rates rates,

        @Schema(
                description =
                        "The version that was read before; the call is refused where it isn't the current one any more",
                examples = "3")
        @Nullable
        Long version) {}
