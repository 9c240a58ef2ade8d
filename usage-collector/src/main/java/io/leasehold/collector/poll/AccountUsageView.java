package io.leasehold.collector.poll;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is known of one account. */
@Schema(name = "AccountUsage")
record AccountUsageView(
        @Schema(description = "How its provider answers, and how fresh the figures are")
        AccountStatusView account,

        @Schema(description = "How each part of the figures was read the last time; empty before the first poll")
        List<PartView> parts,

        @Schema(description = "What was charged this month, by currency; empty where nothing was, or it is not told")
        List<SpendView> spend,

        @Schema(description = "What was used this month; null where nothing was, or it is not told", nullable = true)
        @Nullable
        TokensView usage,

        @Schema(description = "What is left to use; empty where it is not told")
        List<QuotaView> quotas,

        @Schema(description = "Its keys that are in use here and over at the provider; replace or disable them")
        List<KeyOverView> keysOver,

        @Schema(description = "What the last poll took; null before the first one", nullable = true) @Nullable
        EffortView lastPoll) {}
