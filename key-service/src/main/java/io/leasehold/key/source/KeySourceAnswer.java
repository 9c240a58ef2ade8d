package io.leasehold.key.source;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A place that a key may take its secret from. What is there is never told. */
@Schema(name = "KeySource")
record KeySourceAnswer(
        @Schema(description = "By which it is chosen", examples = "openai-prod")
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

        @Schema(
                description = "Whether an old secret is ended at its provider when the source holds another one",
                examples = "false")
        boolean revokesOld) {
    static KeySourceAnswer of(KeySource source) {
        return new KeySourceAnswer(
                source.name(), source.place().kind(), source.place().location(), source.revokeOld());
    }
}
