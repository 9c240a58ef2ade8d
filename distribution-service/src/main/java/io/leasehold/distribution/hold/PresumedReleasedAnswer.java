package io.leasehold.distribution.hold;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.limit.Usd;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a window may be spent again. */
@Schema(name = "PresumedReleased")
record PresumedReleasedAnswer(
        @Schema(description = "What kind of thing the window is of.", examples = "key")
        Scope scope,

        @Schema(description = "Which one.", examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c")
        String scopeId,

        @Schema(description = "What the window adds up.", examples = "total")
        Period period,

        @Schema(description = "When it began.", examples = "1970-01-01T00:00:00Z")
        Instant windowStart,

        @Schema(
                description = "What is not presumed any more, in USD; less than asked for where less was.",
                examples = "0.4")
        BigDecimal released,

        @Schema(description = "What is presumed still, in USD.", examples = "0")
        BigDecimal presumed) {

    static PresumedReleasedAnswer of(WindowKey window, BigDecimal released, BigDecimal presumed) {
        return new PresumedReleasedAnswer(
                window.scope(),
                window.scopeId(),
                window.period(),
                window.windowStart(),
                Usd.plain(released),
                Usd.plain(presumed));
    }
}
