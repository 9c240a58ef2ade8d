package io.leasehold.gateway.admission;

import io.leasehold.contracts.event.KeyView;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.gateway.hold.HoldOutcome;
import io.leasehold.gateway.hold.Holds;
import io.leasehold.gateway.hold.LimitId;
import io.leasehold.gateway.key.Keys;
import io.leasehold.gateway.limit.ApplicableLimits;
import io.leasehold.gateway.secret.Secrets;
import io.leasehold.providers.dialect.Refusal;
import io.leasehold.providers.dialect.RequestScan;
import io.leasehold.providers.dialect.RequestScan.Inference;
import io.leasehold.providers.worstcase.WorstCase;
import io.leasehold.providers.worstcase.WorstCases;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request may go upstream: reads what it asks for, chooses the key, and sets its worst case aside. In memory,
 * unless a slice is used up or a secret is not there yet; then the request waits without holding a thread.
 */
@Singleton
public class Admission {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Entry entry;
    private final Keys keys;
    private final Secrets secrets;
    private final ApplicableLimits limits;
    private final WorstCases worstCases;
    private final Holds holds;
    private final LimitMessages messages;
    private final Clock clock;

    Admission(
            Entry entry,
            Keys keys,
            Secrets secrets,
            ApplicableLimits limits,
            WorstCases worstCases,
            Holds holds,
            LimitMessages messages,
            Clock clock) {
        this.entry = entry;
        this.keys = keys;
        this.secrets = secrets;
        this.limits = limits;
        this.worstCases = worstCases;
        this.holds = holds;
        this.messages = messages;
        this.clock = clock;
    }

    /** @return what may be sent; fails with {@link Refused} */
    public Future<Admitted> admit(Call call, LeaseView lease, byte[] body, int length) {
        try {
            Refused refused = entry.check(call, lease);
            if (refused != null) {
                return Future.failedFuture(refused);
            }
            return admit(call, lease, inference(call, body, length));
        } catch (Refused refused) {
            return Future.failedFuture(refused);
        }
    }

    private Future<Admitted> admit(Call call, LeaseView lease, @Nullable Inference inference) {
        List<String> models = inference == null ? List.of() : models(inference);
        requireAllowed(lease, models);
        KeyView key = keys.choose(lease, models);
        Integer secretVersion = key == null ? null : key.secretVersion();
        if (key == null || secretVersion == null) {
            throw new Refused(
                    Refusal.UNAVAILABLE, "No key of this lease's pool can be used for this request just now.", SOON);
        }
        List<LimitId> applicable = limits.of(lease, key);
        long worstCase = worstCase(call, inference, !applicable.isEmpty());
        return secrets.get(key, secretVersion)
                .recover(failure -> Future.failedFuture(
                        new Refused(Refusal.UNAVAILABLE, "The key can't be read just now. Try again.", SOON)))
                .compose(secret -> holds.reserve(lease.leaseId(), worstCase == 0 ? List.of() : applicable, worstCase)
                        .map(outcome -> switch (outcome) {
                            case HoldOutcome.Reserved reserved ->
                                new Admitted(lease, key, secret, secretVersion, inference, reserved.reservation());
                            case HoldOutcome.LimitReached reached ->
                                throw messages.limitReached(call, inference, worstCase, reached);
                            case HoldOutcome.Unavailable unavailable -> throw messages.unavailable();
                        }));
    }

    private static @Nullable Inference inference(Call call, byte[] body, int length) {
        return switch (call.dialect().scan(call.route(), call.path(), body, 0, length)) {
            case Inference inference -> inference;
            case RequestScan.Nothing nothing -> null;
            case RequestScan.BadRequest bad -> throw new Refused(Refusal.BAD_REQUEST, bad.message());
        };
    }

    private static List<String> models(Inference inference) {
        List<String> models = new ArrayList<>(inference.alternatives());
        if (!inference.model().isEmpty() || models.isEmpty()) {
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

    private long worstCase(Call call, @Nullable Inference inference, boolean limited) {
        if (inference == null) {
            return 0;
        }
        return switch (worstCases.of(call.provider(), call.route(), inference, clock.instant())) {
            case WorstCase.Priced priced -> priced.nanoUsd();
            case WorstCase.Free free -> 0;
            case WorstCase.Unbounded unbounded
            when limited ->
                throw new Refused(
                        Refusal.BAD_REQUEST,
                        "A spend limit applies, and what this request may cost can't be bounded. "
                                + unbounded.reason());
            case WorstCase.Unbounded unbounded -> 0;
        };
    }
}
