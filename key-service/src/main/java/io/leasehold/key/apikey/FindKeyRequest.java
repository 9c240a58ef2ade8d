package io.leasehold.key.apikey;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A secret to find a key by. In a body, as addresses end up in logs. */
@Schema(name = "FindKeyRequest")
record FindKeyRequest(
        @NotNull
        @Size(min = 8, max = 4_000)
        @Schema(description = "It is compared and not kept", examples = "sk-ant-api03-…")
        String secret) {
    /** Without the secret, as this could end up in a log. */
    @Override
    public String toString() {
        return "FindKeyRequest[…]";
    }
}
