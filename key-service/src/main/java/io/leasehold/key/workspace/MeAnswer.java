package io.leasehold.key.workspace;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who the caller is and where they may do what. */
@Schema(name = "Me")
record MeAnswer(
        @Schema(description = "Never changes", examples = "5b7a5c1e-5a0e-4f0a-9d52-5a3b0c0e7a11")
        String subject,

        @Schema(description = "What people call them", examples = "Ada Admin")
        String name,

        @Schema(description = "What they sign in as", examples = "ada")
        String username,

        @Schema(
                description = "Whether they are an admin of the installation, and so of every workspace",
                examples = "false")
        boolean platformAdmin,

        @Schema(description = "By slug, the first 500 of them; GET …/workspaces pages through all")
        List<Membership> workspaces,

        @Schema(description = "Roles that hold for one domain of a workspace only, by workspace and domain")
        List<DomainMembership> domains) {

    @Schema(name = "Membership")
    record Membership(
            @Schema(description = "Of the workspace; goes into the header leasehold-workspace", examples = "acme")
            String slug,

            @Schema(description = "What people call the workspace", examples = "Acme Corporation")
            String name,

            @Schema(
                    description = "What they may do there",
                    enumeration = {"viewer", "operator", "admin", "platform_admin", "node"},
                    examples = "admin")
            String role) {}

    @Schema(name = "DomainMembership")
    record DomainMembership(
            @Schema(description = "Slug of the workspace", examples = "acme")
            String workspace,

            @Schema(description = "Name of the domain", examples = "app.example.com")
            String domain,

            @Schema(
                    description = "What they may do there",
                    enumeration = {"viewer", "operator", "admin"},
                    examples = "viewer")
            String role) {}
}
