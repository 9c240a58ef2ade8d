package io.leasehold.analytics.repricing;

import io.leasehold.analytics.ledger.Counted;
import io.leasehold.analytics.rollup.Contribution;
import io.leasehold.analytics.rollup.CostSums;
import io.leasehold.analytics.rollup.Reported;
import io.leasehold.contracts.Provenance;
import io.leasehold.contracts.UsageSource;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.Usage;
import io.leasehold.providers.price.Pricing;
import io.leasehold.providers.price.RequestCost;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger with what its price depends on.
 *
 * @param webSearches null in a row from before it was told
 * @param cost null where it is not known
 * @param costReason why it is not
 */
record PastRequest(
        Counted counted,
        String requestedModel,
        UsageSource source,
        @Nullable Long webSearches,
        PricingTerms terms,
        @Nullable BigDecimal cost,
        @Nullable Provenance provenance,
        @Nullable String costReason) {

    /** @param priceVersion of the prices that it was worked out with */
    record Cost(
            BigDecimal amount,
            Provenance provenance,
            @Nullable String priceVersion) {}

    /**
     * What it costs by these prices; null where it stays as it is: what a provider charged is not ours to say, what was used is
     * not known, or no price is. A cost that was known is never forgotten.
     */
    @Nullable
    Cost costBy(Pricing pricing) {
        Long searches = webSearches;
        if (searches == null || !isOurs()) {
            return null;
        }
        Contribution contribution = counted.contribution();
        Usage usage = new Usage(
                contribution.measures().tokens(),
                source == UsageSource.NODE ? UsageSource.REPORTED : source,
                searches,
                null,
                terms,
                contribution.model(),
                null,
                null,
                null,
                null);
        RequestCost priced =
                pricing.cost(contribution.provider(), requestedModel, terms, usage, contribution.admittedAt());
        BigDecimal amount = priced.amount();
        return amount == null || (cost != null && cost.compareTo(amount) == 0)
                ? null
                : new Cost(amount, ourProvenance(priced), priced.priceVersion());
    }

    /** What it adds to the rollups at another cost. */
    Contribution at(Cost other) {
        CostSums sums = CostSums.of(other.amount(), other.provenance());
        return counted.contribution().withCost(sums, Reported.of(source, sums));
    }

    private boolean isOurs() {
        boolean used = source != UsageSource.NONE && source != UsageSource.UNKNOWN;
        boolean priceable = cost == null ? RequestCost.isForWantOfPrice(costReason) : provenance != Provenance.PROVIDER;
        return used && priceable;
    }

    private Provenance ourProvenance(RequestCost priced) {
        return source == UsageSource.NODE ? Provenance.NODE : Objects.requireNonNull(priced.provenance());
    }
}
