package io.leasehold.key.workspace;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param slug part of addresses and group names; never changes and is never used again */
@Schema(name = "AddWorkspaceRequest")
record AddWorkspaceRequest(
        @NotNull
        @Pattern(
                regexp = "[a-z][a-z0-9-]{0,38}[a-z0-9]",
                message = "must be 2 to 40 lower-case letters, digits and hyphens, beginning with a letter")
        @Schema(
                description = "Names it in addresses and groups; never changes and is never used again",
                examples = "acme")
        String slug,

        @NotNull @NotBlank @Size(max = 100) @Schema(description = "What people call it", examples = "Acme Corporation")
        String name) {}
