package io.leasehold.providers.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.quota.Quota;
import io.leasehold.providers.quota.QuotaSnapshot;
import io.leasehold.providers.quota.Quotas;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;

/** The credits that were bought, and what is left of them. They do not start again by themselves. */
final class OpenRouterQuotas implements Quotas {
    private final OpenRouterApi api;
    private final Clock clock;

    OpenRouterQuotas(OpenRouterApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public QuotaSnapshot read(Access holder) {
        JsonNode credits = api.get(holder, "/credits").path("data");
        BigDecimal bought = JsonFields.amount(credits, "total_credits");
        BigDecimal left = bought.subtract(JsonFields.amount(credits, "total_usage"));
        Quota quota = new Quota(
                "credits",
                "USD",
                false,
                bought,
                left.max(BigDecimal.ZERO),
                left.negate().max(BigDecimal.ZERO),
                false,
                null);
        return new QuotaSnapshot(null, null, List.of(quota), clock.instant());
    }
}
