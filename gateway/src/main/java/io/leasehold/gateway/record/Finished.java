package io.leasehold.gateway.record;

import io.leasehold.contracts.event.RequestCompleted.FailedTry;
import io.leasehold.contracts.event.RequestCompleted.Latency;
import io.leasehold.gateway.admission.Admitted;
import io.leasehold.gateway.capture.Transcript;
import io.leasehold.providers.dialect.Route;
import io.leasehold.providers.dialect.Usage;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that is over.
 *
 * @param route the allow-list's entry that it came by
 * @param status what the client got; 499 when it hung up first
 * @param admitted with the key of the last try
 * @param errorType our own, where the gateway answered; null where the provider did
 * @param failedTries those before the last one
 * @param transcript what was said; null where nothing is told of it
 */
public record Finished(
        UUID requestId,
        Route route,
        Admitted admitted,
        Labels labels,
        int status,
        Usage usage,
        @Nullable String errorType,
        Latency latency,
        @Nullable String upstreamRequestId,
        List<FailedTry> failedTries,
        @Nullable Transcript transcript) {

    /** The id of the answer that its provider keeps, so that its client may go on from it; null where it keeps none. */
    @Nullable
    String storedId() {
        return route.storesAnswers() ? usage.responseId() : null;
    }
}
