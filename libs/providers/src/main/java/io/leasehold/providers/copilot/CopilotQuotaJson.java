package io.leasehold.providers.copilot;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.quota.Quota;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The two shapes that Copilot's quotas come in. */
final class CopilotQuotaJson {
    private static final String PREMIUM = "premium_interactions";
    private static final BigDecimal NO_END = BigDecimal.ONE.negate();

    private CopilotQuotaJson() {}

    /** Of plans that are paid for. */
    static Quota snapshot(String name, JsonNode snapshot, JsonNode user) {
        BigDecimal entitlement = JsonFields.amountOrNull(snapshot, "entitlement");
        boolean unlimited =
                snapshot.path("unlimited").asBoolean() || (entitlement != null && entitlement.compareTo(NO_END) == 0);
        // A seat's snapshots may be empty shells: nothing is known then, and nothing is used up.
        boolean shell = entitlement == null
                || (entitlement.signum() == 0 && !snapshot.path("has_quota").asBoolean());
        boolean known = !unlimited && !shell;
        return new Quota(
                name,
                unit(name, snapshot, user),
                unlimited,
                known ? entitlement : null,
                known ? remaining(snapshot) : null,
                JsonFields.amountOrNull(snapshot, "overage_count"),
                flag(snapshot, "overage_permitted"),
                firstOf(
                        JsonFields.seconds(snapshot, "quota_reset_at"),
                        JsonFields.instant(user, "quota_reset_date_utc"),
                        JsonFields.day(user, "quota_reset_date")));
    }

    /** Of the free plan, which tells what is left and what there is of it in two places. */
    static Quota limited(String name, JsonNode user) {
        BigDecimal left = JsonFields.amountOrNull(user.path("limited_user_quotas"), name);
        return new Quota(
                name,
                unit(name, user, user),
                false,
                JsonFields.amountOrNull(user.path("monthly_quotas"), name),
                left == null ? null : left.max(BigDecimal.ZERO),
                null,
                false,
                JsonFields.day(user, "limited_user_reset_date"));
    }

    /** The finer of the two figures, where both are told. */
    private static @Nullable BigDecimal remaining(JsonNode snapshot) {
        BigDecimal fine = JsonFields.amountOrNull(snapshot, "quota_remaining");
        BigDecimal left = fine == null ? JsonFields.amountOrNull(snapshot, "remaining") : fine;
        return left == null ? null : left.max(BigDecimal.ZERO);
    }

    private static String unit(String name, JsonNode snapshot, JsonNode user) {
        if (!name.equals(PREMIUM)) {
            return "requests";
        }
        boolean credits = snapshot.path("token_based_billing")
                .asBoolean(user.path("token_based_billing").asBoolean());
        return credits ? "ai_credits" : "premium_requests";
    }

    private static @Nullable Boolean flag(JsonNode object, String name) {
        return object.path(name).isBoolean() ? object.path(name).booleanValue() : null;
    }

    private static @Nullable Instant firstOf(@Nullable Instant... times) {
        return Stream.of(times).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
