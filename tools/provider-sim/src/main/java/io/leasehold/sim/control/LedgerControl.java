package io.leasehold.sim.control;

import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Guard;
import io.leasehold.sim.http.Query;
import io.leasehold.sim.key.KeyRing;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.ledger.Geo;
import io.leasehold.sim.ledger.Ledger;
import io.leasehold.sim.ledger.LedgerFilter;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.ledger.NanoUsd;
import io.leasehold.sim.ledger.Outcome;
import io.leasehold.sim.ledger.Rate;
import io.leasehold.sim.ledger.Speed;
import io.leasehold.sim.ledger.Tokens;
import io.leasehold.sim.provider.SimulatedProvider;
import io.leasehold.sim.provider.World;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /control/ledger} and {@code /control/bill}: what everything cost, by the simulator's own prices. */
final class LedgerControl {
    private final World world;
    private final Ledger ledger;
    private final KeyRing ring;
    private final KnownKeys keys;
    private final Guard guard;
    private final Map<Provider, SimulatedProvider> providers;

    LedgerControl(World world, KnownKeys keys, Guard guard, List<SimulatedProvider> providers) {
        this.world = world;
        this.ledger = world.ledger();
        this.ring = world.keys();
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

    /**
     * What is put on the bill without a request: at any time, so that it can come late, and taken back too, as a provider
     * does that corrects itself.
     *
     * @param key an id or a secret
     */
    record Entry(
            @Nullable String key,
            @Nullable String model,
            @Nullable Instant at,
            @Nullable Tokens tokens,
            boolean takenBack) {}

    void add(Exchange exchange, Buffer body) {
        Entry entry = ControlBody.read(body, Entry.class);
        if (entry.key() == null || entry.model() == null || entry.at() == null || entry.tokens() == null) {
            throw new ControlError(400, "key, model, at and tokens are required");
        }
        SimKey key = ring.findById(keys.idOf(entry.key())).orElseThrow();
        Rate rate = world.prices()
                .find(key.provider(), entry.model(), Speed.STANDARD, Geo.GLOBAL)
                .orElseThrow(() -> new ControlError(400, "model: has no price"));
        LedgerRow charge = charge(key, rate, entry.tokens(), entry.at());
        LedgerRow added = entry.takenBack() ? takenBack(charge) : charge;
        ledger.append(added);
        exchange.json(201, row(added));
    }

    private LedgerRow charge(SimKey key, Rate rate, Tokens tokens, Instant at) {
        return new LedgerRow(
                world.serial().next(),
                key.id(),
                key.workspaceId(),
                rate,
                tokens,
                rate.cost(tokens).nanos(),
                Outcome.COMPLETED,
                false,
                at.toEpochMilli(),
                at.toEpochMilli(),
                1);
    }

    private static LedgerRow takenBack(LedgerRow charge) {
        return new LedgerRow(
                charge.serial(),
                charge.keyId(),
                charge.workspaceId(),
                charge.rate(),
                charge.tokens().negated(),
                -charge.costNanos(),
                charge.outcome(),
                charge.streamed(),
                charge.startedAt(),
                charge.finishedAt(),
                -1);
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
