package io.leasehold.key.member;

import io.leasehold.contracts.MemberRole;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who has a role in the workspace, or in one of its domains. */
@Schema(name = "Member")
record MemberAnswer(
        @Schema(
                description = "At the identity provider; never changes",
                examples = "5b7a5c1e-5a0e-4f0a-9d52-5a3b0c0e7a11")
        String id,

        @Schema(description = "What they sign in as", examples = "ada")
        String username,

        @Schema(description = "First and last name; empty where none is known", examples = "Ada Admin")
        String name,

        @Schema(description = "Empty where none is known", examples = "ada@acme.example")
        String email,

        @Schema(description = "Whether they can sign in", examples = "true")
        boolean enabled,

        @Schema(description = "What they may do", examples = "operator")
        MemberRole role,

        @Schema(
                description = "The domain that the role is for; null where it is for the whole workspace",
                examples = "app.example.com")
        @Nullable
        String domain,

        @Schema(
                description =
                        "What became of the e-mail to somebody who has yet to choose a password; null in any other case",
                examples = "sent")
        @Nullable
        Invitation invitation) {

    static MemberAnswer of(Member member, @Nullable String domain, @Nullable Invitation invitation) {
        return new MemberAnswer(
                member.id(),
                member.username(),
                member.name(),
                member.email(),
                member.enabled(),
                member.role(),
                domain,
                invitation);
    }

    URI location() {
        return URI.create("/api/v1/members/" + id);
    }
}
