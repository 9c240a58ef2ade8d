package io.leasehold.gateway.record;

import io.leasehold.contracts.event.RequestCompleted;
import java.util.List;

/** A record without the texts that a client or a provider has written: what is left is ours, and all that is counted. */
final class CountedPart {
    private CountedPart() {}

    static RequestCompleted of(RequestCompleted whole) {
        return new RequestCompleted(
                whole.requestId(),
                whole.workspaceId(),
                whole.leaseId(),
                whole.nodeId(),
                whole.keyId(),
                whole.accountId(),
                whole.provider(),
                "",
                "",
                whole.domain(),
                whole.user(),
                null,
                null,
                List.of(),
                whole.route(),
                whole.streamed(),
                whole.admittedAt(),
                whole.completedAt(),
                whole.status(),
                null,
                whole.tokens(),
                whole.usageSource(),
                whole.cost(),
                whole.costProvenance(),
                whole.cost() == null ? "The record could not be told in full." : null,
                whole.computedCost(),
                whole.priceVersion(),
                whole.reservation(),
                whole.slices(),
                whole.latency(),
                whole.secretVersion(),
                null,
                whole.replica(),
                whole.revision(),
                whole.failedTries(),
                null,
                whole.priceTerms());
    }
}
