package io.leasehold.collector.signin;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A user's sign-in to GitHub. */
@Schema(name = "GitHubSignIn")
record GitHubSignInView(
        @Schema(description = "Names it in poll and logout", examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11")
        UUID id,

        @Schema(
                description = "The account whose key the token becomes",
                examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a10")
        UUID accountId,

        @Schema(
                description =
                        "pending until the code was typed in; authorized while key-service does not have the token yet; signed_in; expired where the code, or the token later on, came to its end; denied or failed where it came to nothing; signed_out",
                examples = "pending")
        SignInState state,

        @Schema(
                description = "What the user types in at verification_uri; null unless it is pending",
                examples = "WDJB-MJHT",
                nullable = true)
        @Nullable
        String userCode,

        @Schema(
                description = "Where the user types it in; null unless it is pending",
                implementation = String.class,
                examples = "https://github.com/login/device",
                nullable = true)
        @Nullable
        URI verificationUri,

        @Schema(
                description = "Until when it may be finished; null once it is over",
                examples = "2026-11-30T10:15:00Z",
                nullable = true)
        @Nullable
        Instant expiresAt,

        @Schema(
                description = "The least number of seconds between two polls; polling more often asks nobody",
                examples = "5")
        long interval,

        @Schema(description = "Who signed in, as GitHub says; null before that", examples = "octocat", nullable = true)
        @Nullable
        String userName,

        @Schema(
                description = "The key that the token has become; null before that",
                examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a12",
                nullable = true)
        @Nullable
        UUID keyId,

        @Schema(
                description =
                        "When the token ends by itself, after which the user signs in again; null for one that does not, and before there is one",
                examples = "2026-11-30T18:00:00Z",
                nullable = true)
        @Nullable
        Instant tokenExpiresAt,

        @Schema(
                description = "What happened and what to do next; null when there is nothing to do",
                examples = "The code was not typed in in time. Begin again.",
                nullable = true)
        @Nullable
        String message,

        @Schema(description = "Who began it", examples = "ada")
        String startedBy,

        @Schema(description = "When it was begun", examples = "2026-11-30T10:00:00Z")
        Instant startedAt) {

    static GitHubSignInView of(SignIn signIn) {
        boolean pending = signIn.state() == SignInState.PENDING;
        return new GitHubSignInView(
                signIn.signInId(),
                signIn.accountId(),
                signIn.state(),
                pending ? signIn.userCode() : null,
                pending ? signIn.verificationUri() : null,
                signIn.state().isOpen() ? signIn.expiresAt() : null,
                signIn.intervalSeconds(),
                signIn.userName(),
                signIn.keyId(),
                signIn.tokenExpiresAt(),
                signIn.message(),
                signIn.startedBy(),
                signIn.startedAt());
    }
}
