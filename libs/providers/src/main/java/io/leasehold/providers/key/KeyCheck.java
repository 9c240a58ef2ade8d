package io.leasehold.providers.key;

import io.leasehold.providers.http.ProviderException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a provider says of a secret. Messages are for people and hold no secret. */
public sealed interface KeyCheck {

    /** The word for it in APIs and events. */
    String result();

    /** What it means and what to do next. */
    String message();

    /**
     * The provider accepts it.
     *
     * @param account the provider's id of the organisation or workspace it belongs to; null where it does not tell
     */
    record Valid(@Nullable String account, String message) implements KeyCheck {
        @Override
        public String result() {
            return "valid";
        }
    }

    /** The provider does not know it, or no longer takes it. */
    record Invalid(String message) implements KeyCheck {
        @Override
        public String result() {
            return "invalid";
        }
    }

    /** It is right, but nothing is left to spend. */
    record NoCredit(String message) implements KeyCheck {
        @Override
        public String result() {
            return "no_credit";
        }
    }

    /** The provider would not say just now. */
    record RateLimited(Duration waitFor, String message) implements KeyCheck {
        @Override
        public String result() {
            return "rate_limited";
        }
    }

    /** It is right, but may not do what it is meant for, such as an admin credential given as a key. */
    record Forbidden(String message) implements KeyCheck {
        @Override
        public String result() {
            return "forbidden";
        }
    }

    /** Nothing is known: no answer, or none that makes sense. */
    record Unreachable(String message) implements KeyCheck {
        @Override
        public String result() {
            return "unreachable";
        }
    }

    /** What a call says of the secret it is made with, also by failing. */
    static KeyCheck by(Supplier<KeyCheck> call) {
        try {
            return call.get();
        } catch (ProviderException failure) {
            return of(failure);
        }
    }

    private static KeyCheck of(ProviderException failure) {
        String message = failure.explanation();
        return switch (failure.failure()) {
            case INVALID_CREDENTIAL -> new Invalid(message);
            case NO_CREDIT -> new NoCredit(message);
            case FORBIDDEN -> new Forbidden(message);
            case RATE_LIMITED -> new RateLimited(failure.waitFor(), message);
            case BAD_REQUEST, NOT_FOUND, CONFLICT, UNAVAILABLE, TIMEOUT, UNREADABLE, ADDRESS_REFUSED ->
                new Unreachable(message);
        };
    }
}
