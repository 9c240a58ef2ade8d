package io.leasehold.key.apitoken;

import io.leasehold.contracts.MemberRole;
import io.leasehold.key.EntityName;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A token that shall be. */
@Schema(name = "CreateApiTokenRequest")
record CreateApiTokenRequest(
        @NotNull
        @Pattern(regexp = EntityName.PATTERN, message = EntityName.MESSAGE)
        @Schema(description = "Its own among those that are not revoked", examples = "billing-export")
        String name,

        @NotNull @Schema(description = "What it may do", examples = "viewer")
        MemberRole role,

        @Size(max = 200)
        @Schema(
                description =
                        "Name or id of the only domain that it is for; where left out the whole workspace, or the caller's only domain",
                examples = "app.example.com")
        @Nullable
        String domain,

        @Schema(description = "From when on it is refused; never where left out", examples = "2027-11-21T10:00:00Z")
        @Nullable
        Instant expiresAt) {}
