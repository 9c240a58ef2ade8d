package io.leasehold.gateway.hold;

import io.leasehold.contracts.hold.GrantRequest.Ask;
import io.leasehold.providers.price.NanoUsd;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Works out what to ask the arbiter for: what waiting requests need, in the order in which they came and no more than can
 * be hoped for, since a need is granted whole or not at all; and what should be there before the next ones come.
 */
final class AskPlan {
    /** A window that is asked for the first time should have room for the next few requests too. */
    private static final long FIRST_TIME_AHEAD = 3;

    /** As many as the arbiter takes in one call; the others come with the next. */
    private static final int MAX_ASKS = 1000;

    private final Slices slices;
    private final Refusals refusals;
    private final Instant at;
    private final long now;
    private final Map<LimitId, Long> demands = new LinkedHashMap<>();

    AskPlan(Slices slices, Refusals refusals, Instant at, long now) {
        this.slices = slices;
        this.refusals = refusals;
        this.at = at;
        this.now = now;
    }

    /** One ask per limit, in the order in which they are to be sent. */
    Map<LimitId, Ask> asks(Iterable<Waiting> waiting, Collection<LimitId> low) {
        waiting.forEach(this::addDemand);
        Map<LimitId, Ask> asks = new LinkedHashMap<>();
        demands.forEach((limit, demand) -> {
            long need = demand - available(limit);
            if (need > 0 && asks.size() < MAX_ASKS) {
                asks.put(limit, ask(limit, need));
            }
        });
        low.stream()
                .limit(MAX_ASKS - asks.size())
                .forEach(limit -> asks.computeIfAbsent(limit, missing -> ask(missing, 0)));
        return asks;
    }

    private void addDemand(Waiting request) {
        for (LimitId limit : request.limits()) {
            if (!slices.isUnlimited(limit, now)) {
                long demand = demands.getOrDefault(limit, 0L) + request.amount();
                if (demand - available(limit) <= refusals.ceiling(limit, now)) {
                    demands.put(limit, demand);
                }
            }
        }
    }

    private long available(LimitId limit) {
        Slice slice = slices.find(limit, at);
        return slice == null ? 0 : slice.available();
    }

    private Ask ask(LimitId limit, long need) {
        return new Ask(
                limit.workspaceId(),
                limit.scope(),
                limit.scopeId(),
                limit.period(),
                at,
                NanoUsd.toDecimal(need),
                NanoUsd.toDecimal(want(slices.find(limit, at), need)));
    }

    private long want(@Nullable Slice slice, long need) {
        return slice == null ? FIRST_TIME_AHEAD * need : slice.ask(now);
    }
}
