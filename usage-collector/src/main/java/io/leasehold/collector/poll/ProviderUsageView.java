package io.leasehold.collector.poll;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is known of a provider, as it was read last; nobody is asked for it. */
@Schema(name = "ProviderUsage")
record ProviderUsageView(
        @Schema(description = "Who it is", examples = "anthropic")
        String provider,

        @Schema(description = "What people call it", examples = "Anthropic")
        String name,

        @Schema(
                description =
                        "How fresh the oldest of its figures are; null when some never were read, or it has no account",
                examples = "2026-11-21T09:45:12Z",
                nullable = true)
        @Nullable
        Instant asOf,

        @Schema(description = "Whether some figures are older than they should be", examples = "false")
        boolean stale,

        @Schema(
                description = "What is wrong with the first account that has something wrong; null when all is well",
                examples = "anthropic did not answer in time. It is tried again by itself.",
                nullable = true)
        @Nullable
        String error,

        @Schema(description = "Its accounts") List<AccountUsageView> accounts,

        @Schema(description = "What it does not tell") List<CannotTellView> cannotTell) {}
