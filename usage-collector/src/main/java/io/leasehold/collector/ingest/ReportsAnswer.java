package io.leasehold.collector.ingest;

import io.leasehold.collector.ingest.Judgement.Rejected;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the calls that a node told of. */
@Schema(name = "UsageReportsOutcome")
record ReportsAnswer(
        @Schema(description = "How many count from now on", examples = "12")
        int accepted,

        @Schema(description = "How many counted already", examples = "1")
        int duplicates,

        @Schema(description = "Those that don't count") List<RejectedCall> rejected) {

    @Schema(name = "RejectedCall")
    record RejectedCall(
            @Schema(description = "As it was told", examples = "req_011CSHoEeqs5C35K2UUqR7Fy")
            String id,

            @Schema(
                    description = "Why it does not count",
                    examples = "The node had no direct lease for anthropic at 2026-11-30T10:00:00Z.")
            String reason,

            @Schema(description = "Whether it may count when it is told again a little later", examples = "false")
            boolean retryable) {
        private static RejectedCall of(Rejected rejected) {
            return new RejectedCall(rejected.call().id(), rejected.reason(), rejected.retryable());
        }
    }

    static ReportsAnswer of(IngestOutcome outcome) {
        return new ReportsAnswer(
                outcome.accepted(),
                outcome.duplicates(),
                outcome.rejected().stream().map(RejectedCall::of).toList());
    }
}
