package io.leasehold.key.source;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a key takes its secret from. */
@Schema(name = "SourceOfKey")
public record SourceOfKeyAnswer(
        @Schema(description = "What the operator calls it", examples = "openai-prod")
        String name,

        @Schema(
                description = "What kind of place it is",
                enumeration = {"variable", "file", "vault"},
                examples = "file")
        String kind,

        @Schema(
                description = "Which variable, file or secret in Vault it is, where key-service runs",
                examples = "/run/keys/openai")
        String location,

        @Schema(description = "When it was last looked at", examples = "2026-11-30T10:00:00Z")
        Instant checkedAt,

        @Schema(
                description =
                        "Why the key does not have what is there, and goes on with the secret that it has; null where all is well",
                examples =
                        "The source 'openai-prod' (file /run/keys/openai) can't be used: There is no such file where key-service runs.")
        @Nullable
        String problem) {
    public static @Nullable SourceOfKeyAnswer of(@Nullable SourcedKey sourced) {
        return sourced == null
                ? null
                : new SourceOfKeyAnswer(
                        sourced.source(), sourced.kind(), sourced.location(), sourced.checkedAt(), sourced.problem());
    }
}
