package io.leasehold.distribution.enrolment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which service account's pods are nodes of the workspace. */
@Schema(name = "BindServiceAccount")
record BindRequest(
        @Schema(
                description = "As its tokens name it: system:serviceaccount:<namespace>:<name>.",
                examples = "system:serviceaccount:shop:checkout")
        @NotNull
        @Pattern(
                regexp = "system:serviceaccount:[a-z0-9][a-z0-9-]{0,62}:[a-z0-9][a-z0-9.-]{0,252}",
                message = "must be like system:serviceaccount:shop:checkout")
        String subject) {}
