package io.leasehold.sim.control;

import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Guard;
import io.leasehold.sim.http.Query;
import io.leasehold.sim.key.KeyRing;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.ledger.Ledger;
import io.leasehold.sim.ledger.LedgerFilter;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.ledger.NanoUsd;
import io.leasehold.sim.ledger.Outcome;
import io.leasehold.sim.ledger.Tokens;
import io.leasehold.sim.provider.SimulatedProvider;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /control/ledger} and {@code /control/bill}: what everything cost, by the simulator's own prices. */
final class LedgerControl {
    private final Ledger ledger;
    private final KeyRing ring;
    private final KnownKeys keys;
    private final Guard guard;
    private final Map<Provider, SimulatedProvider> providers;

    LedgerControl(Ledger ledger, KeyRing ring, KnownKeys keys, Guard guard, List<SimulatedProvider> providers) {
        this.ledger = ledger;
        this.ring = ring;
        this.keys = keys;
        this.guard = guard;
        this.providers = providers.stream()
                .collect(Collectors.toMap(provider -> provider.secrets().provider(), Function.identity()));
    }

    /**
     * @param id as the provider's answer named it
     * @param cost dollars with nine places
     */
    record Row(
            String id,
            Provider provider,
            String keyId,
            @Nullable String keyName,
            String model,
            String speed,
            String inferenceGeo,
            Outcome outcome,
            boolean streamed,
            Instant startedAt,
            Instant finishedAt,
            Tokens tokens,
            String cost) {}

    /** @param total dollars with nine places */
    record Bill(String total, String currency, long requests) {}

    void list(Exchange exchange) {
        Query query = exchange.query();
        LedgerFilter filter = filter(query, query.instant("since").orElse(null), null);
        guard.offLoop(
                exchange,
                () -> new Items<>(ledger.recent().stream()
                        .filter(filter::accepts)
                        .map(this::row)
                        .toList()));
    }

    void bill(Exchange exchange) {
        Query query = exchange.query();
        LedgerFilter filter = filter(
                query, query.instant("from").orElse(null), query.instant("to").orElse(null));
        guard.offLoop(exchange, () -> {
            List<LedgerRow> rows =
                    ledger.rows().stream().filter(filter::accepts).toList();
            NanoUsd total = rows.stream().map(LedgerRow::cost).reduce(NanoUsd.ZERO, NanoUsd::plus);
            return new Bill(
                    total.decimal(),
                    "USD",
                    rows.stream().mapToLong(LedgerRow::requests).sum());
        });
    }

    void clear(Exchange exchange) {
        ledger.clear();
        exchange.nothing();
    }

    private LedgerFilter filter(Query query, @Nullable Instant from, @Nullable Instant to) {
        Provider provider = query.one("provider").map(KnownKeys::provider).orElse(null);
        return new LedgerFilter(keys.idOf(query), provider, from, to);
    }

    private Row row(LedgerRow row) {
        return new Row(
                answerId(row),
                row.provider(),
                row.keyId(),
                ring.findById(row.keyId()).map(SimKey::name).orElse(null),
                row.rate().model(),
                row.rate().speed().wireName(),
                row.rate().geo().wireName(),
                row.outcome(),
                row.streamed(),
                Instant.ofEpochMilli(row.startedAt()),
                Instant.ofEpochMilli(row.finishedAt()),
                row.tokens(),
                row.cost().decimal());
    }

    private String answerId(LedgerRow row) {
        SimulatedProvider provider = providers.get(row.provider());
        if (provider == null) {
            throw new IllegalStateException("a row of a provider that is not simulated");
        }
        return provider.answerId(row.serial());
    }
}
