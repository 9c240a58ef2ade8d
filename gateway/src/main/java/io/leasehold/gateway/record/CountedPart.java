package io.leasehold.gateway.record;

import io.leasehold.contracts.event.RequestCompleted;
import java.util.List;

/** A record without the texts that a client or a provider has written: what is left is ours, and all that is counted. */
final class CountedPart {
    private CountedPart() {}

    static RequestCompleted of(RequestCompleted whole) {
        return whole.toBuilder()
                .model("")
                .requestedModel("")
                .agent(null)
                .conversation(null)
                .tags(List.of())
                .errorType(null)
                .costReason(whole.cost() == null ? "The record could not be told in full." : null)
                .upstreamRequestId(null)
                .continuation(null)
                .build();
    }
}
