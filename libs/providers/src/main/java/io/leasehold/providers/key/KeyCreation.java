package io.leasehold.providers.key;

import io.leasehold.providers.Secret;
import io.leasehold.providers.http.ProviderException;
import java.time.Duration;
import java.util.function.Supplier;

/** How making a key at a provider went. Messages are for people and hold no secret. */
public sealed interface KeyCreation {

    /**
     * It was made.
     *
     * @param secret told this once; the caller stores it and wipes it
     */
    record Created(ProviderKey key, Secret secret) implements KeyCreation {}

    /** It was not made; try again after the wait. */
    record RateLimited(Duration waitFor, String message) implements KeyCreation {}

    /** It was not made, and trying again as it is won't help. */
    record Refused(String message) implements KeyCreation {}

    /**
     * It may or may not have been made. Look for it by its name before anything else, and end what is found: nobody
     * will ever learn its secret.
     */
    record Unclear(String message) implements KeyCreation {}

    /** How a call that is sent only once makes a key, also by failing. */
    static KeyCreation by(Supplier<KeyCreation> call) {
        try {
            return call.get();
        } catch (ProviderException failure) {
            return of(failure);
        }
    }

    private static KeyCreation of(ProviderException failure) {
        String message = failure.explanation();
        return switch (failure.failure()) {
            case RATE_LIMITED -> new RateLimited(failure.waitFor(), message);
            case INVALID_CREDENTIAL, NO_CREDIT, FORBIDDEN, BAD_REQUEST, NOT_FOUND, ADDRESS_REFUSED ->
                new Refused(message);
            case CONFLICT, UNAVAILABLE, TIMEOUT, UNREADABLE -> new Unclear(message);
        };
    }
}
