package io.leasehold.key.apikey;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which of the provider's keys a key of the pool is, as an admin confirms it. */
@Schema(name = "BindKeyRequest")
record BindKeyRequest(
        @NotNull @NotBlank @Size(max = 200) @Schema(examples = "apikey_01Rj2N8SVvo6BePZj99NhmiT")
        String providerKeyId) {}
