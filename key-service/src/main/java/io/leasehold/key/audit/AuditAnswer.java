package io.leasehold.key.audit;

import io.leasehold.contracts.event.AuditEntry;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who did what to which, from where, with what result. */
@Schema(name = "AuditEntry")
record AuditAnswer(
        @Schema(description = "Of the entry; never changes", examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11")
        UUID id,

        @Schema(description = "Its place in the workspace's chain, from 1 without gaps", examples = "42")
        long seq,

        @Schema(description = "When it was done", examples = "2026-11-21T10:00:00Z")
        Instant at,

        @Schema(
                description = "Who did it, by the name they had then; a service for what it did by itself",
                examples = "ada")
        String actor,

        @Schema(description = "Never changes", examples = "5b7a5c1e-5a0e-4f0a-9d52-5a3b0c0e7a11")
        String actorId,

        @Schema(description = "What was done: a noun and a verb", examples = "key.revoke")
        String action,

        @Schema(description = "What kind of thing it was done to", examples = "key")
        String targetType,

        @Schema(description = "The id of what it was done to", examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a10")
        @Nullable
        String target,

        @Schema(
                description = "Whether it was done, refused, or failed",
                enumeration = {"success", "refused", "failed"},
                examples = "success")
        String result,

        @Schema(description = "The caller's address; null for what a service did by itself", examples = "192.0.2.10")
        @Nullable
        String source,

        @Schema(description = "What else is worth knowing; never a secret", examples = "{\"name\": \"production-1\"}")
        Map<String, String> details,

        @Schema(
                description = "The hash of the entry before it, in hex; zeros for the first",
                examples = "5feceb66ffc86f38…")
        String previousHash,

        @Schema(
                description = "SHA-256 over the entry, its place and the hash before it, in hex",
                examples = "9f86d081884c7d65…")
        String hash) {

    static AuditAnswer of(ChainedEntry chained) {
        AuditEntry entry = chained.entry();
        return new AuditAnswer(
                entry.entryId(),
                chained.seq(),
                entry.at(),
                entry.actor(),
                entry.actorId(),
                entry.action(),
                entry.targetType(),
                entry.target(),
                entry.result(),
                entry.source(),
                entry.details(),
                HexFormat.of().formatHex(chained.previousHash()),
                HexFormat.of().formatHex(chained.hash()));
    }
}
