package io.leasehold.key.account;

import io.leasehold.key.EntityName;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param adminCredential without it keys of the account can be used, but not bound, revoked or billed */
@Schema(name = "AddProviderAccountRequest")
record AddAccountRequest(
        @NotNull @Size(max = 50) @Schema(description = "The id of the provider", examples = "anthropic")
        String provider,

        @NotNull
        @Pattern(regexp = EntityName.PATTERN, message = EntityName.MESSAGE)
        @Schema(description = "What people call it; unique in the workspace", examples = "Acme production")
        String name,

        @Schema(
                description = "A public https address; the provider's own where it is left out",
                examples = "https://llm.example.com")
        @Nullable
        URI endpoint,

        @Size(max = 4_000)
        @Schema(
                description =
                        "Tried first, then kept in the secret store and never shown again; without it keys can't be bound or revoked",
                examples = "sk-ant-admin01-…")
        @Nullable
        String adminCredential) {
    /** Without the credential, as this could end up in a log. */
    @Override
    public String toString() {
        return "AddAccountRequest[provider=" + provider + ", name=" + name + "]";
    }
}
