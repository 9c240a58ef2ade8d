package io.leasehold.key.apikey;

import io.leasehold.key.EntityName;
import io.leasehold.key.limit.LimitRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A key to be added to the pool.
 *
 * @param secret null where the source is named that it comes from
 * @param models may be left out, as may tags and limits; here they are empty then
 */
@Schema(name = "AddKeyRequest")
record AddKeyRequest(
        @NotNull
        @Schema(
                description = "The provider account that the key belongs to",
                examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11")
        UUID accountId,

        @NotNull
        @Pattern(regexp = EntityName.PATTERN, message = EntityName.MESSAGE)
        @Schema(
                description = "What people call it; unique in the workspace, also among keys that have ended",
                examples = "production-1")
        String name,

        @Size(min = 8, max = 4_000)
        @Schema(
                description =
                        "It goes straight to the secret store and is never shown again; left out where source says where it comes from",
                examples = "sk-ant-api03-…")
        @Nullable
        String secret,

        @Size(max = 63)
        @Schema(
                description =
                        "The place that it comes from, in place of secret: one of GET /api/v1/key-sources. It is looked at from time to time, and what it holds then takes the place of the key's secret",
                examples = "openai-prod")
        @Nullable
        String source,

        @Pattern(regexp = ProviderKeyId.PATTERN, message = ProviderKeyId.MESSAGE)
        @Schema(
                description = "The provider's own id of the key; where the provider tells it, it may be left out",
                examples = "apikey_01Rj2N8SVvo6BePZj99NhmiT")
        @Nullable
        String providerKeyId,

        @Size(max = 200)
        @Schema(description = "What people note of it", examples = "Web team, paid by marketing")
        @Nullable
        String label,

        @Size(max = 100)
        @Schema(description = "The models it may be used for; all where left out", examples = "[\"claude-opus-5\"]")
        List<@NotNull @Size(min = 1, max = 200) String> models,

        @Size(max = 50) @Schema(description = "Words to find it by", examples = "[\"team:web\"]")
        List<@NotNull @Size(min = 1, max = 100) String> tags,

        @Schema(description = "Spend limits of the key, at most one for each period; none where left out")
        @Size(max = 3)
        List<@NotNull @Valid LimitRequest> limits,

        @Schema(
                description = "Whether nodes may be given the key itself (direct leases); false where left out",
                examples = "false")
        @Nullable
        Boolean directAllowed,

        @Schema(
                description =
                        "Whether it is rotated once a direct lease has ended, as its node still has the secret; false where left out",
                examples = "false")
        @Nullable
        Boolean rotateAfterDirect,

        @Schema(description = "Whether the provider is asked about it first; true where left out", examples = "true")
        @Nullable
        Boolean verify) {

    AddKeyRequest {
        models = models == null ? List.of() : List.copyOf(models);
        tags = tags == null ? List.of() : List.copyOf(tags);
        limits = limits == null ? List.of() : List.copyOf(limits);
    }

    boolean mayBeHandedOut() {
        return Boolean.TRUE.equals(directAllowed);
    }

    boolean isToBeVerified() {
        return verify == null || verify;
    }

    /** Without the secret, as this could end up in a log. */
    @Override
    public String toString() {
        return "AddKeyRequest[accountId=" + accountId + ", name=" + name + "]";
    }
}
