package io.leasehold.collector.signin;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who has signed in to GitHub. */
@Schema(name = "GitHubStatus")
record GitHubStatusView(
        @Schema(
                description = "Whether users can sign in; where they can't, an operator has to name an application",
                examples = "true")
        boolean available,

        @Schema(
                description =
                        "The newest 50 sign-ins, the newest first; what came to nothing is forgotten after a time")
        List<GitHubSignInView> signIns) {}
