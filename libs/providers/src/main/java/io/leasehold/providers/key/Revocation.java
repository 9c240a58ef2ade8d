package io.leasehold.providers.key;

import io.leasehold.providers.http.ProviderException;
import java.time.Duration;
import java.util.function.Supplier;

/** How an attempt to end a key at its provider went. Messages are for people and hold no secret. */
public sealed interface Revocation {

    /** It was live and is ended now. */
    record Revoked() implements Revocation {}

    /** It had been ended before: a success. */
    record AlreadyRevoked() implements Revocation {}

    /** The account has no key with that id. A provider that deletes keys says this of one it deleted before. */
    record NotFound() implements Revocation {}

    /** Try again after the wait. */
    record RateLimited(Duration waitFor, String message) implements Revocation {}

    /** No answer, or none that makes sense; it may or may not have been ended. Try again. */
    record Unreachable(String message) implements Revocation {}

    /** The provider says no; trying again as it is won't help. */
    record Refused(String message) implements Revocation {}

    /** How a call ends a key, also by failing. */
    static Revocation by(Supplier<Revocation> call) {
        try {
            return call.get();
        } catch (ProviderException failure) {
            return of(failure);
        }
    }

    private static Revocation of(ProviderException failure) {
        String message = failure.explanation();
        return switch (failure.failure()) {
            case NOT_FOUND -> new NotFound();
            case RATE_LIMITED -> new RateLimited(failure.waitFor(), message);
            case INVALID_CREDENTIAL, NO_CREDIT, FORBIDDEN, BAD_REQUEST, ADDRESS_REFUSED -> new Refused(message);
            case CONFLICT, UNAVAILABLE, TIMEOUT, UNREADABLE -> new Unreachable(message);
        };
    }
}
