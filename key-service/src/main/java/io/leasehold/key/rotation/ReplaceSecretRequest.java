package io.leasehold.key.rotation;

import io.leasehold.key.apikey.ProviderKeyId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A secret that takes the place of a key's. */
@Schema(name = "ReplaceSecretRequest")
record ReplaceSecretRequest(
        @NotNull
        @Size(min = 8, max = 4_000)
        @Schema(
                description = "It goes straight to the secret store and is never shown again",
                examples = "sk-ant-api03-…")
        String secret,

        @Pattern(regexp = ProviderKeyId.PATTERN, message = ProviderKeyId.MESSAGE)
        @Schema(
                description = "Which of the provider's keys it is, where the provider doesn't tell",
                examples = "apikey_01Rj2N8SVvo6BePZj99NhmiT")
        @Nullable
        String providerKeyId,

        @Schema(
                description =
                        "Whether the old secret is revoked at the provider after the overlap, which is the default; else it is only destroyed here",
                examples = "true")
        @Nullable
        Boolean revokeOld,

        @Schema(
                description = "End the old secret as soon as the new one is served, without an overlap",
                examples = "false")
        @Nullable
        Boolean force,

        @Min(0)
        @Max(RotateRequest.MOST_OVERLAP)
        @Schema(
                description = "For how long both secrets work at most, in seconds; 24 hours where it is left out",
                examples = "86400")
        @Nullable
        Long overlapSeconds,

        @Size(max = 500)
        @Schema(
                description = "Why, for the audit log and whoever sees the key later",
                examples = "Made anew in the console")
        @Nullable
        String reason) {

    boolean isForced() {
        return Boolean.TRUE.equals(force);
    }

    boolean endsOld() {
        return !Boolean.FALSE.equals(revokeOld);
    }

    /** Without the secret, as this could end up in a log. */
    @Override
    public String toString() {
        return "ReplaceSecretRequest[secret=…]";
    }
}
