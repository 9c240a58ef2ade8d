package io.leasehold.distribution.node;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a node is to go. */
@Schema(name = "RemoveNode")
record RemoveNodeRequest(
        @Schema(description = "Is kept with the node.", examples = "The machine was sold.") @NotBlank @Size(max = 500)
        String reason) {}
