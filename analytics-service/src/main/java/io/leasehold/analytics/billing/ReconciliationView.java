package io.leasehold.analytics.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account's cost as the gateway counted it, beside what its provider charged, both for the same time. */
@Schema(name = "Reconciliation")
record ReconciliationView(
        @Schema(description = "The provider account", examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ab")
        UUID accountId,

        @Schema(
                description = "What it is called; null while its name is still under way",
                examples = "Acme at Anthropic",
                nullable = true)
        @Nullable
        String accountName,

        @Schema(description = "Who bills it", examples = "anthropic")
        String provider,

        @Schema(
                description =
                        "Where the provider's reports begin, inclusive; null when it reported nothing of the range",
                examples = "2026-11-20T00:00:00Z",
                nullable = true)
        @Nullable
        Instant from,

        @Schema(
                description =
                        "Where they end, exclusive, or how far the figures of an open day go; null when nothing was reported",
                examples = "2026-11-21T09:45:12Z",
                nullable = true)
        @Nullable
        Instant to,

        @Schema(
                description =
                        "What the gateway counted in that time, in USD; for the whole range when nothing was reported; null where the cost of none of the requests is known",
                examples = "12.3456789",
                nullable = true)
        @Nullable
        BigDecimal gatewayCost,

        @Schema(
                description = "When the workspace's last request was taken in; null when none ever was",
                examples = "2026-11-21T09:59:58Z",
                nullable = true)
        @Nullable
        Instant gatewayAsOf,

        @Schema(description = "How many requests gateway_cost leaves out, because nobody knows theirs", examples = "0")
        long unknownCostRequests,

        @Schema(
                description =
                        "What the provider charged in that time, in USD, each day of a bill in another currency at its own rate; null when nothing was reported, or no rate is known for some of it",
                examples = "12.3456789",
                nullable = true)
        @Nullable
        BigDecimal providerCost,

        @Schema(
                description = "How fresh the provider's figures are; null when nothing was reported",
                examples = "2026-11-21T09:45:12Z",
                nullable = true)
        @Nullable
        Instant providerAsOf,

        @Schema(
                description = "gateway_cost - provider_cost; below 0 where traffic went around the gateway",
                examples = "0",
                nullable = true)
        @Nullable
        BigDecimal drift,

        @Schema(
                description = "gateway_cost / provider_cost; null when the provider charged nothing",
                format = "ratio",
                examples = "1",
                nullable = true)
        @Nullable
        BigDecimal coverage,

        @Schema(description = "Whether the whole range is reported and final", examples = "false")
        boolean complete,

        @Schema(
                description = "Currencies of the bill that have no rate here; then there is no provider_cost",
                examples = "[]")
        List<String> otherCurrencies,

        @Schema(
                description =
                        "What of provider_cost was billed in other currencies, by currency; empty where nothing was")
        List<Converted> converted,

        @Schema(
                description = "How the provider answered the last time; null when it was never asked",
                examples = "ok",
                nullable = true)
        @Nullable
        String providerStatus,

        @Schema(
                description = "What went wrong with it and what to do; null when all is well",
                examples = "The provider did not answer in time.",
                nullable = true)
        @Nullable
        String providerMessage) {

    /** A part of the bill that is in another currency. */
    @Schema(name = "ConvertedCost")
    record Converted(
            @Schema(description = "By ISO 4217", examples = "EUR")
            String currency,

            @Schema(description = "What was billed, in currency", examples = "12.3456789")
            BigDecimal amount,

            @Schema(description = "What that is in USD, each day at its own rate", examples = "13.3617283")
            BigDecimal usd,

            @Schema(
                    description = "How many USD one unit of the currency is by the lowest of these rates",
                    format = "ratio",
                    examples = "1.0823")
            BigDecimal lowestRate,

            @Schema(description = "The same by the highest", format = "ratio", examples = "1.0841")
            BigDecimal highestRate,

            @Schema(description = "Which day the oldest of these rates is of", examples = "2026-11-20")
            LocalDate firstRateDate,

            @Schema(description = "Which day the newest is of", examples = "2026-11-23")
            LocalDate lastRateDate,

            @Schema(
                    description =
                            "Whose rates they are: ecb for the European Central Bank's, fixed for those that the operator has set",
                    examples = "[\"ecb\"]")
            List<String> rateSources) {
        static Converted of(ConvertedBill bill) {
            return new Converted(
                    bill.currency(),
                    bill.amount(),
                    bill.usd(),
                    bill.lowestRate(),
                    bill.highestRate(),
                    bill.firstRateDate(),
                    bill.lastRateDate(),
                    bill.rateSources());
        }
    }
}
