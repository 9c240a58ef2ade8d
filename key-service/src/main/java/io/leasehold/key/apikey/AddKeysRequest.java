package io.leasehold.key.apikey;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Keys to be added to the pool. */
@Schema(name = "AddKeysRequest")
record AddKeysRequest(
        @NotNull
        @Size(min = 1, max = MOST)
        @Schema(description = "At most 100 keys, each as one that is added by itself")
        List<@NotNull @Valid AddKeyRequest> keys) {
    static final int MOST = 100;

    AddKeysRequest {
        keys = keys == null ? List.of() : List.copyOf(keys);
    }
}
