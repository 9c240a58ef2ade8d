package io.leasehold.gateway.admission;

import io.leasehold.contracts.event.KeyView;
import io.leasehold.gateway.key.Keys;
import io.leasehold.gateway.stored.StoredAnswer;
import io.leasehold.gateway.stored.StoredAnswers;
import io.leasehold.gateway.stored.StoredFinding;
import io.leasehold.gateway.stored.StoredLookup;
import io.leasehold.providers.dialect.Refusal;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/** With which key a request goes on from an answer that its provider has stored, and whether it may. */
@Singleton
class GoingOn {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final StoredAnswers stored;
    private final StoredLookup lookup;
    private final Keys keys;

    GoingOn(StoredAnswers stored, StoredLookup lookup, Keys keys) {
        this.stored = stored;
        this.lookup = lookup;
        this.keys = keys;
    }

    /** @return the key that the answer was asked with; fails with {@link Refused} */
    Future<KeyView> key(Wish wish) {
        if (!stored.areReached()) {
            return Future.failedFuture(
                    new Refused(
                            Refusal.BAD_REQUEST,
                            "Keys are shared, so that previous_response_id is not passed on here: send the messages themselves."));
        }
        UUID workspaceId = wish.lease().workspaceId();
        UUID leaseId = wish.lease().leaseId();
        String provider = wish.call().provider();
        String id = Objects.requireNonNull(wish.goesOnFrom());
        StoredAnswer known = stored.find(workspaceId, provider, id, leaseId);
        return known == null
                ? lookup.find(workspaceId, provider, id, leaseId).compose(finding -> key(wish, finding))
                : usable(wish, known);
    }

    private Future<KeyView> key(Wish wish, StoredFinding finding) {
        return switch (finding) {
            case StoredFinding.Found found -> usable(wish, found.answer());
            case StoredFinding.Unknown nobodys -> Future.failedFuture(unknown());
            case StoredFinding.Unavailable away ->
                Future.failedFuture(new Refused(
                        Refusal.UNAVAILABLE,
                        "It can't be checked just now which response previous_response_id names. Try again, or send the"
                                + " messages themselves.",
                        SOON));
        };
    }

    /** Whether it is somebody else's is not told. */
    private static Refused unknown() {
        return new Refused(
                Refusal.BAD_REQUEST,
                "previous_response_id names no response of this lease's that is known here: send the messages"
                        + " themselves instead.");
    }

    private Future<KeyView> usable(Wish wish, StoredAnswer answer) {
        KeyView key = keys.chooseOnly(wish.lease(), wish.models(), answer.keyId());
        return key == null
                ? Future.failedFuture(new Refused(
                        Refusal.BAD_REQUEST,
                        "The key that this response was made with can't be used any more: send the messages themselves"
                                + " instead of previous_response_id."))
                : Future.succeededFuture(key);
    }
}
