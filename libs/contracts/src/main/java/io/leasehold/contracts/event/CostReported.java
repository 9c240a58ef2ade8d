package io.leasehold.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says an account cost in one interval. A later report of the same interval replaces the earlier one
 * as a whole.
 *
 * @param from inclusive
 * @param to exclusive
 * @param complete whether the provider says that the interval is over and its figures are final
 * @param asOf how fresh the provider says its figures are, else when they were read
 * @param perKey whether the provider told the key of each line, so that a key without a line cost nothing; null in what was
 *     written before that was told
 * @param estimate what each key's usage comes to by the price book, where the provider tells cost by account and usage by
 *     key; null everywhere else
 */
public record CostReported(
        UUID accountId,
        UUID workspaceId,
        String provider,
        Instant from,
        Instant to,
        List<Line> lines,
        boolean complete,
        Instant asOf,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean perKey,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Estimate estimate)
        implements EventData {

    /** Of which it is not told whose keys cost what. */
    public CostReported(
            UUID accountId,
            UUID workspaceId,
            String provider,
            Instant from,
            Instant to,
            List<Line> lines,
            boolean complete,
            Instant asOf) {
        this(accountId, workspaceId, provider, from, to, lines, complete, asOf, null, null);
    }

    @Override
    public String aggregateKey() {
        return accountId.toString();
    }

    /**
     * @param keyId our key, where the provider tells it and it is one of ours
     * @param providerKeyId the provider's id of the key; null where the provider does not tell
     * @param amount as the provider told it, in its own currency
     * @param currency ISO 4217, such as {@code USD}
     * @param description the provider's own words
     * @param converted what that is in USD; null where it is in USD, and where no rate is known
     */
    public record Line(
            @Nullable UUID keyId,
            @Nullable String providerKeyId,
            @Nullable String model,
            BigDecimal amount,
            String currency,
            @Nullable String description,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Conversion converted) {
        private static final String USD = "USD";

        /** Without a rate. */
        public Line(
                @Nullable UUID keyId,
                @Nullable String providerKeyId,
                @Nullable String model,
                BigDecimal amount,
                String currency,
                @Nullable String description) {
            this(keyId, providerKeyId, model, amount, currency, description, null);
        }

        /** What it is in USD; null where it is in another currency and no rate is known. */
        public @Nullable BigDecimal inUsd() {
            if (USD.equals(currency)) {
                return amount;
            }
            return converted == null ? null : converted.usd();
        }
    }

    /**
     * @param usd the line's amount times the rate, not rounded
     * @param rate how many USD one unit of the line's currency is
     * @param rateDate the day that the rate is of: the day of the charge, else the last one before that has one
     * @param rateSource whose rate it is: {@code ecb}, or {@code fixed} where the operator has set it
     */
    public record Conversion(BigDecimal usd, BigDecimal rate, LocalDate rateDate, String rateSource) {}

    /**
     * @param asOf how fresh the usage is that it was worked out from
     * @param keys keys of ours that used anything in the interval; those that are missing used nothing
     */
    public record Estimate(Instant asOf, List<KeyCost> keys) {}

    /** @param amount in USD; null where the price of something that the key used is not known, never 0 for that */
    public record KeyCost(UUID keyId, @Nullable BigDecimal amount) {}
}
