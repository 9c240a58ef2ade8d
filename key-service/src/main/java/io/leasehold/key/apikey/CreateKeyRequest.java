package io.leasehold.key.apikey;

import io.leasehold.key.EntityName;
import io.leasehold.key.limit.LimitRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key to be made at the provider and added to the pool. Nobody sees its secret. */
@Schema(name = "CreateKeyRequest")
record CreateKeyRequest(
        @NotNull
        @Schema(description = "The provider account to make it in", examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11")
        UUID accountId,

        @NotNull
        @Pattern(regexp = EntityName.PATTERN, message = EntityName.MESSAGE)
        @Schema(
                description = "What people call it; unique in the workspace, also among keys that have ended",
                examples = "production-1")
        String name,

        @Size(max = 200)
        @Schema(description = "What people note of it", examples = "Web team, paid by marketing")
        @Nullable
        String label,

        @Size(max = 100)
        @Schema(description = "The models it may be used for; all where left out", examples = "[\"claude-opus-5\"]")
        List<@NotNull @Size(min = 1, max = 200) String> models,

        @Size(max = 50) @Schema(description = "Words to find it by", examples = "[\"team:web\"]")
        List<@NotNull @Size(min = 1, max = 100) String> tags,

        @Schema(description = "Spend limits of the key here, at most one for each period; none where left out")
        @Size(max = 3)
        List<@NotNull @Valid LimitRequest> limits,

        @Schema(description = "A spend limit that the provider enforces; none where left out") @Valid @Nullable
        ProviderLimitRequest providerLimit,

        @Schema(
                description = "When it ends at the provider by itself; never where left out",
                examples = "2027-11-21T10:00:00Z")
        @Nullable
        Instant expiresAt,

        @Size(max = 200)
        @Schema(
                description = "The provider's workspace or project to make it in; its default one where left out",
                examples = "proj_abc")
        @Nullable
        String group) {
    CreateKeyRequest {
        models = models == null ? List.of() : List.copyOf(models);
        tags = tags == null ? List.of() : List.copyOf(tags);
        limits = limits == null ? List.of() : List.copyOf(limits);
    }
}
