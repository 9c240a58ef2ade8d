package io.leasehold.key.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An admin credential that takes the place of an account's. */
@Schema(name = "ReplaceCredentialRequest")
record ReplaceCredentialRequest(
        @NotNull
        @Size(min = 8, max = 4_000)
        @Schema(
                description = "It goes straight to the secret store and is never shown again",
                examples = "sk-ant-admin01-…")
        String adminCredential) {

    /** Without the credential, as this could end up in a log. */
    @Override
    public String toString() {
        return "ReplaceCredentialRequest[adminCredential=…]";
    }
}
