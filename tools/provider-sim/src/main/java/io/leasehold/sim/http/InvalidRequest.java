package io.leasehold.sim.http;

/** What the caller sent can't be understood; each provider says so in its own dialect. */
public final class InvalidRequest extends RuntimeException {
    public InvalidRequest(String message) {
        super(message, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
