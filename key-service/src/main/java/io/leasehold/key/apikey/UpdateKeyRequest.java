package io.leasehold.key.apikey;

import io.leasehold.key.EntityName;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be different about a key; what is left out stays as it is. */
@Schema(name = "UpdateKeyRequest")
record UpdateKeyRequest(
        @Pattern(regexp = EntityName.PATTERN, message = EntityName.MESSAGE)
        @Schema(description = "Unique in the workspace, also among keys that have ended", examples = "production-1")
        @Nullable
        String name,

        @Size(max = 200)
        @Schema(
                description = "What people note of it; an empty text takes it away",
                examples = "Web team, paid by marketing")
        @Nullable
        String label,

        @Size(max = 100)
        @Schema(
                description = "The models it may be used for, all of them; empty for every model",
                examples = "[\"claude-opus-5\"]")
        @Nullable
        List<@NotNull @Size(min = 1, max = 200) String> models,

        @Size(max = 50) @Schema(description = "Words to find it by, all of them", examples = "[\"team:web\"]") @Nullable
        List<@NotNull @Size(min = 1, max = 100) String> tags,

        @Schema(
                description =
                        "Whether nodes may be given the key itself (direct leases); leases that nodes have already stay",
                examples = "false")
        @Nullable
        Boolean directAllowed,

        @Schema(
                description =
                        "Whether it is rotated once a direct lease has ended, as its node still has the secret; leases that have"
                                + " ended already don't count",
                examples = "true")
        @Nullable
        Boolean rotateAfterDirect,

        @Schema(
                description = "The version that was read; where the key has changed since, nothing is changed",
                examples = "3")
        @Nullable
        Long version) {

    ApiKey appliedTo(ApiKey key) {
        return key.described(
                name == null ? key.name() : name,
                label == null ? key.label() : label.isEmpty() ? null : label,
                models == null ? key.models() : models,
                tags == null ? key.tags() : tags,
                directAllowed == null ? key.directAllowed() : directAllowed,
                rotateAfterDirect == null ? key.rotateAfterDirect() : rotateAfterDirect);
    }
}
