package io.leasehold.key.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A workspace or project to be made at the provider. */
@Schema(name = "CreateProviderGroupRequest")
record CreateGroupRequest(
        @NotBlank @Size(max = 100) @Schema(description = "Its name at the provider", examples = "Production")
        String name) {}
