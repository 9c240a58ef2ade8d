package io.leasehold.collector.poll;

/** Another poller has taken the account over; what this one found out doesn't count any more. */
final class ClaimLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ClaimLostException() {
        super("The claim has run out");
    }
}
