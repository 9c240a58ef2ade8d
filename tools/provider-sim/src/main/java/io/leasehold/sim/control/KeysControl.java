package io.leasehold.sim.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.KeyMaker;
import io.leasehold.sim.key.KeyRing;
import io.leasehold.sim.key.KeyStatus;
import io.leasehold.sim.key.NewKey;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SecretFormat;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.key.SpendLimit;
import io.leasehold.sim.key.SpendReset;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code /control/keys}: makes keys with known secrets, and shows all keys with theirs. */
final class KeysControl {
    private final KeyRing keys;
    private final InstantSource clock;
    private final List<SecretFormat> formats;
    private final KeyMaker maker;

    KeysControl(KeyRing keys, InstantSource clock, List<SecretFormat> formats) {
        this.keys = keys;
        this.clock = clock;
        this.formats = formats;
        this.maker = new KeyMaker(clock);
    }

    /**
     * @param secret left out to have one minted
     * @param limit in USD, at providers whose keys have limits
     */
    record Order(
            @Nullable Provider provider,
            @Nullable KeyKind kind,
            @Nullable String secret,
            @Nullable String name,
            @Nullable BigDecimal limit,
            @Nullable SpendReset limitReset,
            @Nullable Instant expiresAt,
            @Nullable String workspaceId) {

        NewKey toNewKey() {
            SpendReset reset = Objects.requireNonNullElse(limitReset, SpendReset.NEVER);
            return new NewKey(
                    required("kind", kind),
                    secret,
                    Objects.requireNonNullElse(name, "simulated"),
                    expiresAt,
                    workspaceId,
                    new SpendLimit(limit, reset, false));
        }

        static <T> T required(String field, @Nullable T value) {
            if (value == null) {
                throw new ControlError(400, field + " is required");
            }
            return value;
        }

        @Override
        public String toString() {
            return "Order[" + provider + ", " + kind + ", " + name + "]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            Provider provider,
            KeyKind kind,
            String name,
            String secret,
            String hint,
            KeyStatus status,
            Instant createdAt,
            @Nullable BigDecimal limit) {
        static View of(SimKey key, Instant now) {
            return new View(
                    key.id(),
                    key.provider(),
                    key.kind(),
                    key.name(),
                    key.secret(),
                    key.hint(),
                    key.statusAt(now),
                    key.createdAt(),
                    key.limit().amount());
        }

        @Override
        public String toString() {
            return "View[" + id + "]";
        }
    }

    void list(Exchange exchange) {
        Instant now = clock.instant();
        exchange.json(
                200,
                new Items<>(keys.list().stream().map(key -> View.of(key, now)).toList()));
    }

    void create(Exchange exchange, Buffer body) {
        Order order = ControlBody.read(body, Order.class);
        SecretFormat format = format(Order.required("provider", order.provider()));
        NewKey wanted = order.toNewKey();
        if (!format.kinds().contains(wanted.kind())) {
            throw new ControlError(400, "kind: that provider has no such keys");
        }
        SimKey key = maker.make(format, wanted);
        if (keys.findById(key.id()).isPresent()) {
            throw new ControlError(409, "There is a key with that secret");
        }
        keys.save(key);
        exchange.json(201, View.of(key, clock.instant()));
    }

    void delete(Exchange exchange) {
        if (!keys.remove(exchange.variable("id"))) {
            throw new ControlError(404, "There is no such key");
        }
        exchange.nothing();
    }

    private SecretFormat format(Provider provider) {
        return formats.stream()
                .filter(format -> format.provider() == provider)
                .findFirst()
                .orElseThrow();
    }
}
