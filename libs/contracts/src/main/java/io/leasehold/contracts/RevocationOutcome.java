package io.leasehold.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What came of ending a key, or why it has not come to its end. */
public enum RevocationOutcome {
    /** The provider ended it just now. */
    REVOKED(false),
    /** It had been ended at the provider before. */
    ALREADY_REVOKED(false),
    /** The provider has no such key any more. */
    NOT_FOUND(false),
    /** A person ended it in the provider's console, and the provider refuses it since. */
    ENDED_BY_HAND(false),
    /** An admin gave up waiting for proof of its death; at the provider it may be alive. */
    ABANDONED(false),

    /** The provider does not answer, or not so that it makes sense. */
    PROVIDER_UNREACHABLE(true),
    /** The provider asks to wait; the next try heeds that. */
    RATE_LIMITED(true),
    /** The provider says no, and will again until somebody changes something. */
    REFUSED(false),
    /** The provider has ended it, but what follows has not come to its end: the proof of its death, or destroying the secret. */
    PARTIAL(true),
    /** The secret store does not answer, or not for this secret. */
    STORE_UNAVAILABLE(true),
    /** The secret is not in the store, and nothing else proves that the key is dead. */
    SECRET_MISSING(false),
    /** A person must end it in the provider's console. */
    AWAITING_MANUAL(false),
    /** It failed on our side for a reason that is in the log. */
    FAILED(true);

    private final boolean retryable;

    RevocationOutcome(boolean retryable) {
        this.retryable = retryable;
    }

    /** Whether trying again as things are may help. */
    public boolean isRetryable() {
        return retryable;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
