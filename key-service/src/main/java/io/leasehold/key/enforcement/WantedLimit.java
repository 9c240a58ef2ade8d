package io.leasehold.key.enforcement;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.providers.key.KeyLimit;
import io.leasehold.providers.key.LimitReset;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a key may spend at a provider that has one limit per key: of the limits that are set here the one that begins anew the
 * soonest, as it ends what runs away the soonest.
 *
 * @param nextChangeAt when a raise of it begins or ends; null where none does
 */
record WantedLimit(KeyLimit limit, @Nullable Instant nextChangeAt) {
    static final WantedLimit NONE = new WantedLimit(KeyLimit.NONE, null);

    private static final List<Period> IN_ORDER = List.of(Period.DAY, Period.MONTH, Period.TOTAL);

    static WantedLimit of(LimitsView view, Instant now) {
        return IN_ORDER.stream()
                .flatMap(period -> view.limits().stream().filter(limit -> limit.period() == period))
                .findFirst()
                .map(limit -> of(limit, view.raises(), now))
                .orElse(NONE);
    }

    private static WantedLimit of(LimitsView.Limit limit, List<LimitsView.Raise> raises, Instant now) {
        List<LimitsView.Raise> ofPeriod = raises.stream()
                .filter(raise -> raise.period() == limit.period())
                .toList();
        BigDecimal raised = ofPeriod.stream()
                .filter(raise -> !now.isBefore(raise.startsAt()) && now.isBefore(raise.endsAt()))
                .map(LimitsView.Raise::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<Instant> next = ofPeriod.stream()
                .flatMap(raise -> Stream.of(raise.startsAt(), raise.endsAt()))
                .filter(now::isBefore)
                .min(Instant::compareTo);
        return new WantedLimit(new KeyLimit(limit.amount().add(raised), reset(limit.period())), next.orElse(null));
    }

    private static @Nullable LimitReset reset(Period period) {
        return switch (period) {
            case DAY -> LimitReset.DAILY;
            case MONTH -> LimitReset.MONTHLY;
            case LEASE, TOTAL -> null;
        };
    }
}
