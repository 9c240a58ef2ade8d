package io.leasehold.providers.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.quota.Quota;
import io.leasehold.providers.quota.QuotaSnapshot;
import io.leasehold.providers.quota.Quotas;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How much may be deployed of each model, in thousands of tokens a minute, and how much of that is not. */
final class AzureQuotas implements Quotas {
    private static final String TOKENS_PER_MINUTE = "tokens per minute (thousands)";

    private final AzureApi api;
    private final Clock clock;

    AzureQuotas(AzureApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public QuotaSnapshot read(Access holder) {
        List<Quota> quotas = api.list(holder, "/usages").stream()
                .flatMap(page -> page.path("value").valueStream())
                .map(AzureQuotas::quota)
                .toList();
        return new QuotaSnapshot(null, null, quotas, clock.instant());
    }

    private static Quota quota(JsonNode usage) {
        JsonNode name = usage.path("name");
        BigDecimal limit = JsonFields.amountOrNull(usage, "limit");
        BigDecimal deployed = JsonFields.amountOrNull(usage, "currentValue");
        return new Quota(
                Objects.requireNonNullElse(JsonFields.text(name, "value"), "quota"),
                unit(usage, JsonFields.text(name, "localizedValue")),
                false,
                limit,
                limit == null || deployed == null
                        ? null
                        : limit.subtract(deployed).max(BigDecimal.ZERO),
                null,
                false,
                JsonFields.instant(usage, "nextResetTime"));
    }

    private static String unit(JsonNode usage, @Nullable String inWords) {
        if (inWords != null && inWords.toLowerCase(Locale.ROOT).startsWith(TOKENS_PER_MINUTE)) {
            return "thousand_tokens_per_minute";
        }
        return Objects.requireNonNullElse(JsonFields.text(usage, "unit"), "count")
                .toLowerCase(Locale.ROOT);
    }
}
