package io.leasehold.key.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether the audit log is what was written. */
@Schema(name = "AuditVerification")
record AuditVerification(
        @Schema(description = "Whether no entry was changed, taken out or put in", examples = "true")
        boolean intact,

        @Schema(description = "How many entries, from the first on, are as they were written", examples = "1042")
        long entries,

        @Schema(
                description = "How many ends of the chain were found outside of the database; each must fit",
                examples = "12")
        int anchors,

        @Schema(
                description = "The place of the last of them: of later entries nothing outside of the database tells;"
                        + " null where none was found",
                examples = "1040")
        @Nullable
        Long anchoredSeq,

        @Schema(description = "The first place that is not as it was written; null where the log is intact") @Nullable
        ChainFault fault) {}
