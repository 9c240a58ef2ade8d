package io.leasehold.key.audit;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The first place where a chain is not as it was written. */
@Schema(name = "AuditFault")
record ChainFault(
        @Schema(
                description = "changed: the entry is another one than was written; missing: entries were taken out from"
                        + " there on; inserted: an entry was put in; rewritten: all entries fit, but not what was"
                        + " anchored, so that the chain was written anew from there or from further on",
                examples = "changed")
        AuditFaultKind kind,

        @Schema(description = "Its place in the chain", examples = "17")
        long seq,

        @Schema(
                description = "Of the entry that is there now; null where none is, or which one it is can't be told",
                examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11")
        @Nullable
        UUID entryId) {

    static ChainFault changed(ChainedEntry entry) {
        return new ChainFault(AuditFaultKind.CHANGED, entry.seq(), entry.entry().entryId());
    }

    static ChainFault inserted(ChainedEntry entry) {
        return new ChainFault(
                AuditFaultKind.INSERTED, entry.seq(), entry.entry().entryId());
    }

    static ChainFault insertedAt(long seq) {
        return new ChainFault(AuditFaultKind.INSERTED, seq, null);
    }

    static ChainFault missing(long seq) {
        return new ChainFault(AuditFaultKind.MISSING, seq, null);
    }

    static ChainFault rewritten(long seq) {
        return new ChainFault(AuditFaultKind.REWRITTEN, seq, null);
    }
}
