package io.leasehold.collector.poll;

import io.leasehold.collector.usage.UsageSoFar;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was used since the UTC month began. */
@Schema(name = "ProviderTokens")
record TokensView(
        @Schema(
                description = "How many requests; null where the provider does not tell",
                examples = "912",
                nullable = true)
        @Nullable
        Long requests,

        @Schema(
                description = "Tokens of input, cached or not; null where the provider does not tell",
                examples = "141201",
                nullable = true)
        @Nullable
        Long input,

        @Schema(
                description = "Tokens of output, reasoning included; null where the provider does not tell",
                examples = "9756",
                nullable = true)
        @Nullable
        Long output) {
    static TokensView of(UsageSoFar usage) {
        return new TokensView(usage.requests(), usage.input(), usage.output());
    }
}
