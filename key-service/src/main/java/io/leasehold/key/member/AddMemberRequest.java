package io.leasehold.key.member;

import io.leasehold.contracts.MemberRole;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who shall have a role. */
@Schema(name = "AddMemberRequest")
record AddMemberRequest(
        @NotBlank
        @Size(max = 255)
        @Schema(
                description = "User name or e-mail; who is not known yet is invited by e-mail",
                examples = "olga@acme.example")
        String user,

        @NotNull @Schema(description = "What they may do", examples = "operator")
        MemberRole role,

        @Size(max = 200)
        @Schema(
                description = "Name or id of the domain that the role is for; the whole workspace where left out",
                examples = "app.example.com")
        @Nullable
        String domain) {}
