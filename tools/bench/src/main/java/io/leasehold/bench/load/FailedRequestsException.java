package io.leasehold.bench.load;

/** Requests were refused or lost; figures of such a round would say nothing. */
public final class FailedRequestsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    FailedRequestsException(String message) {
        super(message);
    }
}
