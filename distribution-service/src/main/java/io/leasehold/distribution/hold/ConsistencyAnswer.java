package io.leasehold.distribution.hold;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.spend.LedgerCheckStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether what is told of spend is what it adds up to. */
@Schema(name = "SpendConsistency")
record ConsistencyAnswer(
        @Schema(
                description = "When windows were compared with their holds last; null before the first time.",
                examples = "2026-11-21T10:00:00Z",
                nullable = true)
        @Nullable
        Instant holdsCheckedAt,

        @Schema(
                description = "Until when changes were compared with the ledger; null before the first time.",
                examples = "2026-11-21T09:59:00Z",
                nullable = true)
        @Nullable
        Instant ledgerCheckedAt,

        @Schema(description = "Figures that are wrong, a few of them where there are many; empty where all is well.")
        List<Unbalanced> unbalanced) {

    /** A figure of a window that is not the sum of what it stands for. */
    @Schema(name = "UnbalancedWindow")
    record Unbalanced(
            @Schema(description = "What kind of thing the window is of.", examples = "key")
            Scope scope,

            @Schema(description = "Which one.", examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c")
            String scopeId,

            @Schema(description = "What the window adds up.", examples = "day")
            Period period,

            @Schema(description = "When it began.", examples = "2026-11-20T23:00:00Z")
            Instant windowStart,

            @Schema(description = "Which figure: held, presumed or spent.", examples = "held")
            String figure,

            @Schema(description = "What the window says, in USD.", examples = "0.4")
            BigDecimal says,

            @Schema(description = "What its holds, or the requests of the ledger, come to, in USD.", examples = "0.3")
            BigDecimal addsUpTo) {

        static Stream<Unbalanced> of(BalanceStore.Mismatch mismatch) {
            return Stream.of(
                            of(mismatch.window(), "held", mismatch.held(), mismatch.open()),
                            of(mismatch.window(), "presumed", mismatch.presumed(), mismatch.closed()))
                    .filter(figure -> figure.says().compareTo(figure.addsUpTo()) != 0);
        }

        static Unbalanced of(LedgerCheckStore.Mismatch mismatch) {
            return of(mismatch.window(), "spent", mismatch.spent(), mismatch.entered());
        }

        private static Unbalanced of(WindowKey window, String figure, BigDecimal says, BigDecimal addsUpTo) {
            return new Unbalanced(
                    window.scope(), window.scopeId(), window.period(), window.windowStart(), figure, says, addsUpTo);
        }
    }
}
