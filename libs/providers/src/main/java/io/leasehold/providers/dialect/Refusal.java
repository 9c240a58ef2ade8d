package io.leasehold.providers.dialect;

/**
 * Why the gateway answers itself. Official SDKs try 408, 409, 429 and 5xx again and nothing else, so each reason has a
 * status of the right family.
 */
public enum Refusal {
    /** No lease token, or one that is unknown, ended or revoked. */
    UNAUTHENTICATED(401),
    /** Nothing is left to spend. Not 429, which would be tried again. */
    SPEND_LIMIT(402),
    /** The lease does not allow this model or this act. */
    FORBIDDEN(403),
    NO_SUCH_ROUTE(404),
    BAD_REQUEST(400),
    TOO_LARGE(413),
    /** Too many requests for now; send {@code retry-after} along. */
    RATE_LIMIT(429),
    /** A fault of ours. */
    INTERNAL(500),
    /** The provider could not be reached. */
    BAD_UPSTREAM(502),
    /** No room, or no key that works just now; worth another try. */
    UNAVAILABLE(503),
    /** The provider did not answer in time. */
    TIMEOUT(504);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** Whether an official client does right to try again by itself. */
    public boolean retryable() {
        return status == 429 || status >= 500;
    }
}
