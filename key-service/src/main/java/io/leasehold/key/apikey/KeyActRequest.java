package io.leasehold.key.apikey;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a key's state is changed; may be left out. */
@Schema(name = "KeyActRequest")
record KeyActRequest(
        @Size(max = 500)
        @Schema(
                description = "Why, for the audit log and whoever sees the key later",
                examples = "Its bill is being looked into")
        @Nullable
        String reason) {
    static final KeyActRequest PLAIN = new KeyActRequest(null);
}
