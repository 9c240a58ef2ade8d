package io.leasehold.gateway.admission;

import io.leasehold.contracts.event.KeyView;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.gateway.admission.RequestBound.Bound;
import io.leasehold.gateway.hold.HoldOutcome;
import io.leasehold.gateway.hold.Holds;
import io.leasehold.gateway.hold.LimitId;
import io.leasehold.gateway.hold.Reservation;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    private final Keys keys;
    private final Secrets secrets;
    private final ApplicableLimits limits;
    private final RequestBound bound;
    private final Holds holds;
    private final LimitMessages messages;

    Admission(
            Vertx vertx,
            Entry entry,
            Keys keys,
            Secrets secrets,
            ApplicableLimits limits,
            RequestBound bound,
            Holds holds,
            LimitMessages messages) {
        this.vertx = vertx;
        this.entry = entry;
        this.keys = keys;
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
        Future<Admitted> admitted = withKey(call, entry.current(call, lease), inference(scan));
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

    private Future<Admitted> withKey(Call call, LeaseView lease, @Nullable Inference inference) {
        List<String> models = inference == null ? List.of() : models(inference);
        requireAllowed(lease, models);
        KeyView key = keys.choose(lease, models);
        Integer version = key == null ? null : key.secretVersion();
        if (key == null || version == null) {
            throw noKey();
        }
        if (!limits.areKnown(lease)) {
            throw messages.unavailable();
        }
        Applicable applicable = limits.of(lease, key);
        Bound worstCase = bound.of(call, inference, applicable);
        return secret(key, version)
                .compose(sent -> reserve(call, lease, inference, applicable, worstCase)
                        .map(reservation ->
                                new Admitted(lease, key, sent.secret(), sent.version(), inference, reservation)));
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

    private Future<Reservation> reserve(
            Call call, LeaseView lease, @Nullable Inference inference, Applicable applicable, Bound worst) {
        List<LimitId> needed = worst.nanoUsd() == 0 ? List.of() : applicable.spend();
        return holds.reserve(lease.leaseId(), needed, worst.nanoUsd(), applicable.rates(), worst.tokens())
                .map(outcome -> switch (outcome) {
                    case HoldOutcome.Reserved reserved -> reserved.reservation();
                    case HoldOutcome.LimitReached reached ->
                        throw messages.limitReached(call, inference, worst.nanoUsd(), reached);
                    case HoldOutcome.TooFast tooFast -> throw messages.tooFast(tooFast.reached());
                    case HoldOutcome.Unavailable unavailable -> throw messages.unavailable();
                });
    }

    private static @Nullable Inference inference(RequestScan scan) {
        return switch (scan) {
            case Inference inference -> inference;
            case RequestScan.Nothing nothing -> null;
            case RequestScan.BadRequest bad -> throw new Refused(Refusal.BAD_REQUEST, bad.message());
        };
    }

    private static List<String> models(Inference inference) {
        if (inference.alternatives().isEmpty()) {
            return List.of(inference.model());
        }
        List<String> models = new ArrayList<>(inference.alternatives());
        if (!inference.model().isEmpty()) {
            models.add(inference.model());
        }
        return models;
    }

    private static void requireAllowed(LeaseView lease, List<String> models) {
        if (!lease.models().isEmpty() && !lease.models().containsAll(models)) {
            throw new Refused(
                    Refusal.FORBIDDEN, "This lease may use %s only.".formatted(String.join(", ", lease.models())));
        }
    }
}
