package io.leasehold.key.apikey;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which of the provider's keys a key of the pool is, as an admin confirms it. */
@Schema(name = "BindKeyRequest")
record BindKeyRequest(
        @NotNull
        @Pattern(regexp = ProviderKeyId.PATTERN, message = ProviderKeyId.MESSAGE)
        @Schema(
                description = "The provider's own id of the key, as the provider's console shows it",
                examples = "apikey_01Rj2N8SVvo6BePZj99NhmiT")
        String providerKeyId) {}
