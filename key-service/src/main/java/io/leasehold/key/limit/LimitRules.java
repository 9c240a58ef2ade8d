package io.leasehold.key.limit;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.event.LimitsView.Limit;
import io.leasehold.kit.problem.InvalidRequestProblem;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns limits that are asked for into limits that can be enforced, or says why not. */
public final class LimitRules {
    private static final int MOST_DECIMALS = 9;
    /** What {@code numeric(20,9)} holds. */
    private static final BigDecimal MOST = new BigDecimal("99999999999.999999999");

    private static final List<BigDecimal> DEFAULT_THRESHOLDS = List.of(new BigDecimal("0.8"));

    private LimitRules() {}

    /** @throws InvalidRequestProblem naming the first field that is wrong */
    public static List<Limit> check(List<LimitRequest> wanted) {
        Set<Period> seen = EnumSet.noneOf(Period.class);
        List<Limit> limits = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            LimitRequest limit = wanted.get(i);
            String field = "limits[" + i + "].";
            if (limit.period() == Period.LEASE) {
                throw new InvalidRequestProblem(
                        field + "period",
                        "belongs to a lease, which says it when it is asked for; use day, month or total");
            }
            if (!seen.add(limit.period())) {
                throw new InvalidRequestProblem(field + "period", "is there twice; give each period once");
            }
            limits.add(new Limit(
                    limit.period(),
                    amount(field + "amount", limit.amount()),
                    zone(field + "zone", limit.zone()),
                    thresholds(field + "thresholds", limit.thresholds())));
        }
        return limits;
    }

    /** @throws InvalidRequestProblem naming the field */
    static BigDecimal amount(String field, BigDecimal amount) {
        if (amount.signum() <= 0) {
            throw new InvalidRequestProblem(field, "must be more than zero; leave the limit out to have none");
        }
        if (amount.stripTrailingZeros().scale() > MOST_DECIMALS) {
            throw new InvalidRequestProblem(field, "must have at most 9 decimals");
        }
        if (amount.compareTo(MOST) > 0) {
            throw new InvalidRequestProblem(field, "must be at most " + MOST.toPlainString());
        }
        return plain(amount);
    }

    /** Without exponent, which is what {@code 1E+3} would be written as again. */
    private static BigDecimal plain(BigDecimal amount) {
        return amount.scale() < 0 || amount.scale() > MOST_DECIMALS
                ? new BigDecimal(amount.stripTrailingZeros().toPlainString())
                : amount;
    }

    /** What is allowed but can hardly be meant: a shorter period with more than a longer one. */
    static List<String> warnings(List<Limit> limits) {
        List<Limit> byLength =
                limits.stream().sorted(Comparator.comparing(Limit::period)).toList();
        List<String> warnings = new ArrayList<>();
        for (int i = 0; i < byLength.size(); i++) {
            for (Limit longer : byLength.subList(i + 1, byLength.size())) {
                Limit shorter = byLength.get(i);
                if (shorter.amount().compareTo(longer.amount()) > 0) {
                    warnings.add(
                            "The limit of period %s, %s, is above the limit of period %s, %s, which is reached first."
                                    .formatted(
                                            shorter.period().wireName(),
                                            shorter.amount().toPlainString(),
                                            longer.period().wireName(),
                                            longer.amount().toPlainString()));
                }
            }
        }
        return warnings;
    }

    private static String zone(String field, @Nullable String zone) {
        if (zone == null) {
            return "UTC";
        }
        // Java would take an offset such as +02:00 too, which other systems read the other way round.
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new InvalidRequestProblem(field, "is no time zone; use an IANA name such as Europe/Berlin");
        }
        return zone;
    }

    private static List<BigDecimal> thresholds(String field, @Nullable List<BigDecimal> thresholds) {
        if (thresholds == null) {
            return DEFAULT_THRESHOLDS;
        }
        for (BigDecimal threshold : thresholds) {
            if (threshold.signum() <= 0 || threshold.compareTo(BigDecimal.ONE) > 0) {
                throw new InvalidRequestProblem(field, "must each be above 0 and at most 1, such as 0.8");
            }
            if (threshold.stripTrailingZeros().scale() > MOST_DECIMALS) {
                throw new InvalidRequestProblem(field, "must each have at most 9 decimals");
            }
        }
        return thresholds.stream().sorted().distinct().toList();
    }
}
