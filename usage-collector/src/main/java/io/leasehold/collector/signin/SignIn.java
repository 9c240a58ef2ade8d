package io.leasehold.collector.signin;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user's sign-in, without its secret.
 *
 * @param startedBy who began it, in people's words
 * @param attempt rises with every try to get on with it; whoever has an old one writes nothing
 * @param nextPollAt before this nobody asks GitHub
 * @param userName who signed in, as GitHub says
 * @param keyId what the token has become
 * @param tokenExpiresAt when the token ends by itself; null for one that does not, and before there is one
 */
record SignIn(
        UUID workspaceId,
        UUID signInId,
        UUID accountId,
        SignInState state,
        String startedBy,
        String userCode,
        URI verificationUri,
        long intervalSeconds,
        Instant startedAt,
        Instant expiresAt,
        Instant nextPollAt,
        int attempt,
        @Nullable String userName,
        @Nullable UUID keyId,
        @Nullable Instant tokenExpiresAt,
        @Nullable String message) {

    Duration interval() {
        return Duration.ofSeconds(intervalSeconds);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }

    SignIn inState(SignInState other, @Nullable String why) {
        return with(other, intervalSeconds, expiresAt, nextPollAt, userName, keyId, tokenExpiresAt, why);
    }

    SignIn asking(Duration interval, Instant at, @Nullable String why) {
        return with(state, interval.toSeconds(), expiresAt, at, userName, keyId, tokenExpiresAt, why);
    }

    /**
     * @param until when the token is given up that nobody takes
     * @param tokenEnd when the token ends by itself; null for one that does not
     */
    SignIn authorized(Instant until, @Nullable Instant tokenEnd) {
        return with(SignInState.AUTHORIZED, intervalSeconds, until, nextPollAt, userName, keyId, tokenEnd, null);
    }

    SignIn signedIn(String login, UUID key) {
        return with(SignInState.SIGNED_IN, intervalSeconds, expiresAt, nextPollAt, login, key, tokenExpiresAt, null);
    }

    private SignIn with(
            SignInState newState,
            long newInterval,
            Instant newEnd,
            Instant newNextPoll,
            @Nullable String newUser,
            @Nullable UUID newKey,
            @Nullable Instant newTokenEnd,
            @Nullable String newMessage) {
        return new SignIn(
                workspaceId,
                signInId,
                accountId,
                newState,
                startedBy,
                userCode,
                verificationUri,
                newInterval,
                startedAt,
                newEnd,
                newNextPoll,
                attempt,
                newUser,
                newKey,
                newTokenEnd,
                newMessage);
    }
}
