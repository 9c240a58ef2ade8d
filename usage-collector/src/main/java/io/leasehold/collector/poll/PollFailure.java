package io.leasehold.collector.poll;

import io.leasehold.providers.http.ProviderException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a poll did not go well.
 *
 * @param message what happened and what to do next; holds no secret
 * @param retryAfter what the provider asks to wait; null when it does not say
 */
record PollFailure(
        PollStatus status, String message, @Nullable Duration retryAfter) {

    static PollFailure missingKey() {
        return new PollFailure(
                PollStatus.MISSING_KEY, "The account has no admin credential. Add one to have its costs read.", null);
    }

    static PollFailure credentialNotRead() {
        return new PollFailure(
                PollStatus.UNAVAILABLE,
                "The admin credential can't be read because the secret store can't be used. It is tried again by itself.",
                null);
    }

    static PollFailure noneListed() {
        return new PollFailure(
                PollStatus.PARSE_ERROR,
                "None of the keys that are in use here is on the provider's list. Check that the admin credential is of their"
                        + " organisation; if it is, they were deleted there: replace or disable them.",
                null);
    }

    /** Whoever sees it can't mend it, and must not be left with figures that stand still without a word. */
    static PollFailure ourFault() {
        return new PollFailure(
                PollStatus.UNAVAILABLE,
                "The figures could not be read; the log of usage-collector says why. It is tried again by itself.",
                null);
    }

    /** Whether it says nothing of what else the provider may be asked for. */
    static boolean concernsOnePart(ProviderException failure) {
        return switch (failure.failure()) {
            case FORBIDDEN, NOT_FOUND, BAD_REQUEST, UNREADABLE -> true;
            default -> false;
        };
    }

    static PollFailure of(ProviderException failure) {
        String said = failure.explanation();
        return switch (failure.failure()) {
            case INVALID_CREDENTIAL ->
                new PollFailure(PollStatus.INVALID_KEY, said + " Set a new admin credential on the account.", null);
            case FORBIDDEN ->
                new PollFailure(
                        PollStatus.INVALID_KEY,
                        said + " Set an admin credential on the account that may read costs and usage.",
                        null);
            case RATE_LIMITED, NO_CREDIT ->
                new PollFailure(PollStatus.RATE_LIMITED, said + " It is tried again by itself.", failure.retryAfter());
            case UNAVAILABLE, CONFLICT ->
                new PollFailure(PollStatus.UNAVAILABLE, said + " It is tried again by itself.", failure.retryAfter());
            case ADDRESS_REFUSED ->
                new PollFailure(PollStatus.UNAVAILABLE, said + " Check the account's endpoint.", null);
            case TIMEOUT -> new PollFailure(PollStatus.TIMEOUT, said + " It is tried again by itself.", null);
            case NOT_FOUND, BAD_REQUEST, UNREADABLE ->
                new PollFailure(
                        PollStatus.PARSE_ERROR,
                        said + " Check the account's endpoint; if that is right, this version may not know the "
                                + "provider's API.",
                        null);
        };
    }
}
