package io.leasehold.gateway.admission;

import io.leasehold.contracts.event.KeyView;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.gateway.hold.Reservation;
import io.leasehold.providers.Secret;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.RequestScan.Inference;
import io.leasehold.providers.dialect.UsageRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request that may go upstream.
 *
 * @param secretVersion the version of the key's secret that is sent
 * @param domain that it belongs to; null for none
 * @param inference what the body says; null for a request without one
 */
public record Admitted(
        LeaseView lease,
        KeyView key,
        Secret secret,
        int secretVersion,
        @Nullable String domain,
        @Nullable Inference inference,
        Reservation reservation) {

    /** What the client asked for; empty where it named none. */
    public String requestedModel() {
        return inference == null ? "" : inference.model();
    }

    /** The dialect's own id of the end user; null where the client named none. */
    public @Nullable String saidUser() {
        return inference == null ? null : inference.user();
    }

    /** What the client asked for that changes a price. */
    public PricingTerms askedTerms() {
        return inference == null ? PricingTerms.UNSAID : inference.terms();
    }

    /** How the provider is made to tell the usage; null where that takes nothing. */
    public @Nullable UsageRequest usageRequest() {
        return inference == null ? null : inference.usageRequest();
    }

    public boolean streamed() {
        return inference != null && inference.stream();
    }
}
