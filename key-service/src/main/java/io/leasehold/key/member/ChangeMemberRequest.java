package io.leasehold.key.member;

import io.leasehold.contracts.MemberRole;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another role for a member. */
@Schema(name = "ChangeMemberRequest")
record ChangeMemberRequest(
        @NotNull @Schema(description = "What they may do from now on", examples = "viewer")
        MemberRole role) {}
