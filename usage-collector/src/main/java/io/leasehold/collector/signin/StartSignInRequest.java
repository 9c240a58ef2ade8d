package io.leasehold.collector.signin;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a user signs in for. */
@Schema(name = "StartGitHubSignInRequest")
record StartSignInRequest(
        @Schema(
                description =
                        "The github-copilot account whose key the token becomes; may be left out where there is only one",
                examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a10")
        @Nullable
        UUID accountId) {}
