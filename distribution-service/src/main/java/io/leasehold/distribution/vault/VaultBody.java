package io.leasehold.distribution.vault;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.leasehold.kit.json.Json;
import org.jspecify.annotations.Nullable;

/** What Vault's clients send, without saying that it is JSON. */
@JsonIgnoreProperties(ignoreUnknown = true)
record VaultBody(@Nullable String leaseId, @Nullable Long increment) {
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
