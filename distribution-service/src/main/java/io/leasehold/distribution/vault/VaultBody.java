package io.leasehold.distribution.vault;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.leasehold.kit.json.Json;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What Vault's clients send, without saying that it is JSON. */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(name = "VaultLeaseRequest")
record VaultBody(
        @Schema(
                description = "What the lease is called, or its own id.",
                examples = "anthropic/0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7d/0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c")
        @Nullable
        String leaseId,

        @Schema(
                description =
                        "For how many seconds from now it is to be renewed; the usual time for 0 or where left out.",
                examples = "3600")
        @Nullable
        Long increment) {
    private static final VaultBody EMPTY = new VaultBody(null, null);

    static VaultBody of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return EMPTY;
        }
        try {
            VaultBody read = Json.events().readValue(text, VaultBody.class);
            return read == null ? EMPTY : read;
        } catch (JsonProcessingException unreadable) {
            throw new VaultProblem("failed to parse JSON input");
        }
    }

    String requiredLeaseId() {
        if (leaseId == null || leaseId.isBlank()) {
            throw new VaultProblem("lease_id must be specified");
        }
        return leaseId;
    }
}
