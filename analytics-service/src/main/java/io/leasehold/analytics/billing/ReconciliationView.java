package io.leasehold.analytics.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An account's cost as the gateway counted it, beside what its provider charged, both for the same time.
 *
 * @param from where the provider's reports begin; null when it reported nothing of the range
 * @param to where they end, or how far an open report goes
 * @param gatewayCost in USD; null where the cost of none of the requests is known
 * @param gatewayAsOf when the last request was taken in
 * @param unknownCostRequests requests that {@code gateway_cost} leaves out
 * @param providerCost in USD; null when nothing was reported, or not in USD
 * @param drift {@code gateway_cost - provider_cost}; below 0 where traffic went around the gateway
 * @param coverage {@code gateway_cost / provider_cost}; null when the provider charged nothing
 * @param complete whether the whole range is reported and final
 * @param otherCurrencies currencies of the bill that have no rate here; then there is no {@code provider_cost}
 * @param providerStatus how the provider answered the last time; null when it was never asked
 */
@Schema(name = "Reconciliation")
record ReconciliationView(
        @Schema(examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ab")
        UUID accountId,

        @Schema(examples = "Acme at Anthropic", nullable = true) @Nullable
        String accountName,

        @Schema(examples = "anthropic") String provider,

        @Schema(examples = "2026-11-20T00:00:00Z", nullable = true) @Nullable
        Instant from,

        @Schema(examples = "2026-11-21T09:45:12Z", nullable = true) @Nullable
        Instant to,

        @Schema(examples = "12.345678900", nullable = true) @Nullable
        BigDecimal gatewayCost,

        @Schema(examples = "2026-11-21T09:59:58Z", nullable = true) @Nullable
        Instant gatewayAsOf,

        @Schema(examples = "0") long unknownCostRequests,

        @Schema(examples = "12.345678900", nullable = true) @Nullable
        BigDecimal providerCost,

        @Schema(examples = "2026-11-21T09:45:12Z", nullable = true) @Nullable
        Instant providerAsOf,

        @Schema(examples = "0.000000000", nullable = true) @Nullable
        BigDecimal drift,

        @Schema(format = "ratio", examples = "1.0000", nullable = true) @Nullable
        BigDecimal coverage,

        @Schema(examples = "false") boolean complete,
        @Schema(examples = "[]") List<String> otherCurrencies,

        @Schema(examples = "ok", nullable = true) @Nullable String providerStatus,

        @Schema(examples = "The provider did not answer in time.", nullable = true) @Nullable
        String providerMessage) {}
