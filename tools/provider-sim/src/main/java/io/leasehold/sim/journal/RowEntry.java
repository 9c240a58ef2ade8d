package io.leasehold.sim.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.ledger.Geo;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.ledger.Outcome;
import io.leasehold.sim.ledger.PriceTable;
import io.leasehold.sim.ledger.Rate;
import io.leasehold.sim.ledger.Speed;
import io.leasehold.sim.ledger.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * A ledger row as it is kept: what it cost is written down, never worked out again.
 *
 * @param requests null for one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RowEntry(
        long serial,
        String keyId,
        @Nullable String workspaceId,
        Provider provider,
        String model,
        Speed speed,
        Geo geo,
        Tokens tokens,
        long costNanos,
        Outcome outcome,
        boolean streamed,
        long startedAt,
        long finishedAt,
        @Nullable Long requests) {

    static RowEntry of(LedgerRow row) {
        Rate rate = row.rate();
        return new RowEntry(
                row.serial(),
                row.keyId(),
                row.workspaceId(),
                rate.provider(),
                rate.model(),
                rate.speed(),
                rate.geo(),
                row.tokens(),
                row.costNanos(),
                row.outcome(),
                row.streamed(),
                row.startedAt(),
                row.finishedAt(),
                row.requests() == 1 ? null : row.requests());
    }

    LedgerRow toRow(PriceTable prices) {
        Rate rate = prices.find(provider, model, speed, geo)
                .orElseThrow(() -> new IllegalStateException(
                        "the data file has a request of " + model + ", which has no price any more"));
        // Rows of one key share its id, as they did before.
        return new LedgerRow(
                serial,
                keyId.intern(),
                workspaceId == null ? null : workspaceId.intern(),
                rate,
                tokens,
                costNanos,
                outcome,
                streamed,
                startedAt,
                finishedAt,
                requests == null ? 1 : requests);
    }
}
