package io.leasehold.collector.ingest;

import io.leasehold.collector.ingest.Judgement.Rejected;
import java.util.List;

/**
 * What became of what a node told.
 *
 * @param accepted how many calls count from now on
 * @param duplicates how many counted already
 */
record IngestOutcome(int accepted, int duplicates, List<Rejected> rejected) {
    static final IngestOutcome NOTHING = new IngestOutcome(0, 0, List.of());

    boolean hasRetryable() {
        return rejected.stream().anyMatch(Rejected::retryable);
    }
}
