package io.leasehold.gateway.admission;

import io.leasehold.contracts.event.LeaseView;
import io.leasehold.providers.dialect.RequestScan.Inference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, whichever key it is sent with.
 *
 * @param inference what the body says; null for a request without one
 * @param domain that it belongs to; null for none
 * @param models all that may answer it
 */
record Wish(
        Call call,
        LeaseView lease,
        @Nullable Inference inference,
        @Nullable String domain,
        List<String> models) {

    static Wish of(Call call, LeaseView lease, @Nullable Inference inference, @Nullable String domain) {
        return new Wish(call, lease, inference, domain, inference == null ? List.of() : models(inference));
    }

    /** The id of a stored answer that it goes on from; null for none. */
    @Nullable
    String goesOnFrom() {
        return inference == null ? null : inference.goesOnFrom();
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
}
