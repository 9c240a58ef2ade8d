package io.leasehold.providers.http;

/** Why a provider's management API did not give what it was asked for. */
public enum Failure {
    /** The credential is unknown, inactive or expired. Never retried. */
    INVALID_CREDENTIAL,
    /** The credential is right but may not do this. Never retried. */
    FORBIDDEN,
    /** Money or quota is used up. Never retried, although some providers say 429 here too. */
    NO_CREDIT,
    /** Too many calls; worth another try after the wait. */
    RATE_LIMITED,
    NOT_FOUND,
    /** Something else is changing the same thing; worth another try. */
    CONFLICT,
    /** The provider does not accept the request as it is. */
    BAD_REQUEST,
    /** No connection, or the provider is broken or overloaded; worth another try. */
    UNAVAILABLE,
    /** No answer in time; worth another try. */
    TIMEOUT,
    /** An answer that makes no sense. */
    UNREADABLE,
    /** It was not called, because its address is not one that may be called. Never retried. */
    ADDRESS_REFUSED;

    /** Whether the same call may succeed later without anybody changing anything. */
    public boolean retryable() {
        return switch (this) {
            case RATE_LIMITED, CONFLICT, UNAVAILABLE, TIMEOUT -> true;
            case INVALID_CREDENTIAL, FORBIDDEN, NO_CREDIT, NOT_FOUND, BAD_REQUEST, UNREADABLE, ADDRESS_REFUSED -> false;
        };
    }
}
