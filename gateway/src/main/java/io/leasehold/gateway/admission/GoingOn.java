package io.leasehold.gateway.admission;

import io.leasehold.contracts.event.KeyView;
import io.leasehold.gateway.key.Keys;
import io.leasehold.gateway.stored.StoredAnswer;
import io.leasehold.gateway.stored.StoredAnswers;
import io.leasehold.providers.dialect.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** With which key a request goes on from an answer that its provider has stored, and whether it may. */
@Singleton
class GoingOn {
    /** A client may ask on as soon as it has read the last word, a moment before the answer ends. */
    private static final long ENDING_MILLIS = 500;

    private final Vertx vertx;
    private final StoredAnswers stored;
    private final Keys keys;

    GoingOn(Vertx vertx, StoredAnswers stored, Keys keys) {
        this.vertx = vertx;
        this.stored = stored;
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
        StoredAnswer known = find(wish);
        if (known != null) {
            return usable(wish, known);
        }
        Promise<Wish> waited = Promise.promise();
        vertx.setTimer(ENDING_MILLIS, late -> waited.complete(wish));
        return waited.future().compose(late -> usable(late, find(late)));
    }

    private @Nullable StoredAnswer find(Wish wish) {
        return stored.find(
                wish.lease().workspaceId(),
                wish.call().provider(),
                Objects.requireNonNull(wish.goesOnFrom()),
                wish.lease().leaseId());
    }

    /** Whether it is somebody else's is not told. */
    private Future<KeyView> usable(Wish wish, @Nullable StoredAnswer answer) {
        if (answer == null) {
            return Future.failedFuture(new Refused(
                    Refusal.BAD_REQUEST,
                    "previous_response_id names no response of this lease's that is known here: send the messages"
                            + " themselves instead."));
        }
        KeyView key = keys.chooseOnly(wish.lease(), wish.models(), answer.keyId());
        return key == null
                ? Future.failedFuture(new Refused(
                        Refusal.BAD_REQUEST,
                        "The key that this response was made with can't be used any more: send the messages themselves"
                                + " instead of previous_response_id."))
                : Future.succeededFuture(key);
    }
}
