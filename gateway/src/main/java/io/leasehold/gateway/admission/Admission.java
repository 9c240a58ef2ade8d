package io.leasehold.gateway.admission;

import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.gateway.admission.RequestBound.Bound;
import io.leasehold.gateway.hold.HoldOutcome;
import io.leasehold.gateway.hold.Holds;
import io.leasehold.gateway.hold.LimitId;
import io.leasehold.gateway.key.Keys;
import io.leasehold.gateway.limit.ApplicableLimits;
import io.leasehold.gateway.limit.ApplicableLimits.Applicable;
import io.leasehold.gateway.secret.Secrets;
import io.leasehold.gateway.secret.VersionedSecret;
import io.leasehold.providers.dialect.Refusal;
import io.leasehold.providers.dialect.RequestScan;
import io.leasehold.providers.dialect.RequestScan.Inference;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request may go upstream: reads what it asks for, chooses the key, and sets its worst case aside. In memory,
 * unless a slice is used up or a secret is not there yet; then the request waits without holding a thread.
 */
@Singleton
public class Admission {
    private static final Duration SOON = Duration.ofSeconds(1);

    /** Reading more would keep an event loop from its other requests for more than a millisecond. */
    private static final int LARGE_BODY = 256 * 1024;

    private final Vertx vertx;
    private final Entry entry;
    private final DomainChoice domains;
    private final Keys keys;
    private final GoingOn goingOn;
    private final Secrets secrets;
    private final ApplicableLimits limits;
    private final RequestBound bound;
    private final Holds holds;
    private final LimitMessages messages;

    Admission(
            Vertx vertx,
            Entry entry,
            DomainChoice domains,
            Keys keys,
            GoingOn goingOn,
            Secrets secrets,
            ApplicableLimits limits,
            RequestBound bound,
            Holds holds,
            LimitMessages messages) {
        this.vertx = vertx;
        this.entry = entry;
        this.domains = domains;
        this.keys = keys;
        this.goingOn = goingOn;
        this.secrets = secrets;
        this.limits = limits;
        this.bound = bound;
        this.holds = holds;
        this.messages = messages;
    }

    /** @return what may be sent; fails with {@link Refused} */
    public Future<Admitted> admit(Call call, LeaseView lease, byte[] body, int length) {
        if (length > LARGE_BODY) {
            return vertx.executeBlocking(() -> scan(call, body, length), false)
                    .compose(scan -> admit(call, lease, Objects.requireNonNull(scan)));
        }
        try {
            return admit(call, lease, scan(call, body, length));
        } catch (RuntimeException failure) {
            return Future.failedFuture(failure);
        }
    }

    private static RequestScan scan(Call call, byte[] body, int length) {
        return call.route().scan(call.path(), body, 0, length);
    }

    private Future<Admitted> admit(Call call, LeaseView lease, RequestScan scan) {
        LeaseView current = entry.current(call, lease);
        Wish wish = Wish.of(call, current, inference(scan), domains.of(call, current));
        requireAllowed(wish);
        Future<Admitted> admitted = wish.goesOnFrom() == null
                ? withKey(wish, keys.choose(wish.lease(), wish.models()), Set.of())
                : goingOn.key(wish).compose(key -> withKey(wish, key, Set.of()));
        return ifStillAllowed(call, admitted);
    }

    /**
     * The same request with another key, after its provider has refused the one it was sent with. What was set aside for it
     * is free again where there is another one.
     *
     * @param tried all keys that it was sent with
     * @return fails with {@link Refused} where there is no other, or none that may be used
     */
    public Future<Admitted> admitInstead(Call call, Admitted former, Set<UUID> tried) {
        try {
            LeaseView current = entry.current(call, former.lease());
            Wish wish = Wish.of(call, current, former.inference(), domains.of(call, current));
            KeyView other = other(wish, tried);
            if (other == null) {
                throw noKey();
            }
            former.reservation().cancel();
            return ifStillAllowed(call, withKey(wish, other, tried));
        } catch (RuntimeException failure) {
            return Future.failedFuture(failure);
        }
    }

    private Future<Admitted> ifStillAllowed(Call call, Future<Admitted> admitted) {
        return admitted.isComplete() ? admitted : admitted.map(late -> stillAllowed(call, late));
    }

    /** While it waited, its lease or its key may have been withdrawn. */
    private Admitted stillAllowed(Call call, Admitted admitted) {
        try {
            entry.current(call, admitted.lease());
            if (!keys.isStillUsable(admitted.key())) {
                throw noKey();
            }
            return admitted;
        } catch (Refused withdrawn) {
            admitted.reservation().cancel();
            throw withdrawn;
        }
    }

    /** @param tried keys that are out of the question for this request */
    private Future<Admitted> withKey(Wish wish, @Nullable KeyView key, Set<UUID> tried) {
        Integer version = key == null ? null : key.secretVersion();
        if (key == null || version == null) {
            throw noKey();
        }
        if (!limits.areKnown(wish.lease())) {
            throw messages.unavailable();
        }
        Applicable applicable = limits.of(wish.lease(), key);
        Bound worstCase = bound.of(wish, applicable);
        return secret(key, version)
                .compose(sent -> reserve(wish.lease(), applicable, worstCase).compose(outcome -> switch (outcome) {
                    case HoldOutcome.Reserved reserved ->
                        Future.succeededFuture(new Admitted(
                                wish.lease(),
                                key,
                                sent.secret(),
                                sent.version(),
                                wish.domain(),
                                wish.inference(),
                                reserved.reservation()));
                    case HoldOutcome.LimitReached reached ->
                        otherKey(
                                wish,
                                key,
                                tried,
                                reached.limit().scope(),
                                messages.limitReached(wish, worstCase.nanoUsd(), reached));
                    case HoldOutcome.TooFast tooFast ->
                        otherKey(
                                wish,
                                key,
                                tried,
                                tooFast.reached().rate().scope(),
                                messages.tooFast(tooFast.reached()));
                    case HoldOutcome.Unavailable _ -> Future.failedFuture(messages.unavailable());
                }));
    }

    /** Where it is the key's own limit that is in the way, another key of the pool may have room. */
    private Future<Admitted> otherKey(Wish wish, KeyView full, Set<UUID> tried, Scope limited, Refused refused) {
        Set<UUID> known = new HashSet<>(tried);
        known.add(full.keyId());
        KeyView other = limited == Scope.KEY ? other(wish, known) : null;
        return other == null ? Future.failedFuture(refused) : withKey(wish, other, known);
    }

    /** What a provider has stored it may find with the key only that it was stored with. */
    private @Nullable KeyView other(Wish wish, Set<UUID> tried) {
        return wish.goesOnFrom() == null ? keys.chooseInstead(wish.lease(), wish.models(), tried) : null;
    }

    private static Refused noKey() {
        return new Refused(
                Refusal.UNAVAILABLE, "No key of this lease's pool can be used for this request just now.", SOON);
    }

    private Future<VersionedSecret> secret(KeyView key, int version) {
        return secrets.get(key, version)
                .recover(failure -> Future.failedFuture(
                        new Refused(Refusal.UNAVAILABLE, "The key can't be read just now. Try again.", SOON)));
    }

    private Future<HoldOutcome> reserve(LeaseView lease, Applicable applicable, Bound worst) {
        List<LimitId> needed = worst.nanoUsd() == 0 ? List.of() : applicable.spend();
        return holds.reserve(lease.leaseId(), needed, worst.nanoUsd(), applicable.rates(), worst.tokens());
    }

    private static @Nullable Inference inference(RequestScan scan) {
        return switch (scan) {
            case Inference inference -> inference;
            case RequestScan.Nothing nothing -> null;
            case RequestScan.BadRequest bad -> throw new Refused(Refusal.BAD_REQUEST, bad.message());
        };
    }

    private static void requireAllowed(Wish wish) {
        List<String> allowed = wish.lease().models();
        if (!allowed.isEmpty() && !allowed.containsAll(wish.models())) {
            throw new Refused(Refusal.FORBIDDEN, "This lease may use %s only.".formatted(String.join(", ", allowed)));
        }
    }
}
