package io.leasehold.collector.signin;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names a sign-in. */
@Schema(name = "GitHubSignInRequest")
record SignInRequest(
        @NotNull
        @Schema(description = "As it was answered when it began", examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11")
        UUID id) {}
