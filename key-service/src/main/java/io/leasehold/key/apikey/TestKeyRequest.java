package io.leasehold.key.apikey;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A secret to be tried at a provider and not to be kept. */
@Schema(name = "TestKeyRequest")
record TestKeyRequest(
        @NotNull
        @Schema(
                description = "The provider account it is to belong to; says which provider is asked, and where",
                examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11")
        UUID accountId,

        @NotNull
        @Size(min = 8, max = 4_000)
        @Schema(description = "It is tried and not kept", examples = "sk-ant-api03-…")
        String secret,

        @Size(max = 20)
        @Schema(
                description = "Models that it is to be used for; each is looked up with the key",
                examples = "[\"claude-opus-5\"]")
        List<@NotNull @Size(min = 1, max = 200) String> models) {
    TestKeyRequest {
        models = models == null ? List.of() : models.stream().distinct().toList();
    }

    /** Without the secret, as this could end up in a log. */
    @Override
    public String toString() {
        return "TestKeyRequest[accountId=" + accountId + "]";
    }
}
