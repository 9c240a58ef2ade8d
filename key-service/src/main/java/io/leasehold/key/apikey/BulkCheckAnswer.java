package io.leasehold.key.apikey;

import io.leasehold.providers.key.KeyCheck;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the provider says of one of many keys. */
@Schema(name = "BulkKeyCheck")
record BulkCheckAnswer(
        @Schema(description = "Of the key", examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11")
        UUID id,

        @Schema(description = "What people call it", examples = "production-1")
        String name,

        @Schema(
                description = "What the provider says of the secret now; not_asked where it could not be asked",
                enumeration = {"valid", "invalid", "no_credit", "rate_limited", "unreachable", "forbidden", "not_asked"
                },
                examples = "valid")
        String result,

        @Schema(description = "What it means and what to do next", examples = "Anthropic accepts the key.")
        String message) {
    static BulkCheckAnswer of(ApiKey key, KeyCheck check) {
        return new BulkCheckAnswer(key.keyId(), key.name(), check.result(), check.message());
    }

    static BulkCheckAnswer notAsked(ApiKey key, String why) {
        return new BulkCheckAnswer(key.keyId(), key.name(), "not_asked", why);
    }
}
