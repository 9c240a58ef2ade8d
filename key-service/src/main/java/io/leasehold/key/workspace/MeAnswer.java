package io.leasehold.key.workspace;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who the caller is and where they may do what. */
@Schema(name = "Me")
record MeAnswer(
        @Schema(description = "Never changes", examples = "5b7a5c1e-5a0e-4f0a-9d52-5a3b0c0e7a11")
        String subject,

        @Schema(examples = "Ada Admin") String name,
        @Schema(examples = "ada") String username,
        @Schema(examples = "false") boolean platformAdmin,
        List<Membership> workspaces) {

    @Schema(name = "Membership")
    record Membership(
            @Schema(examples = "acme") String slug,

            @Schema(examples = "Acme Corporation") String name,

            @Schema(
                    enumeration = {"viewer", "operator", "admin", "platform_admin", "node"},
                    examples = "admin")
            String role) {}
}
