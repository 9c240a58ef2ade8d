package io.leasehold.bench.load;

/**
 * How one request went.
 *
 * @param status HTTP's; 0 when there was no answer, or not all of it
 * @param text why it did not go well; empty when it did
 * @param firstByteAt when the first byte of its body was there, of {@link System#nanoTime}
 */
record Answer(int status, String text, long firstByteAt) {
    private static final int NONE = 0;

    static Answer none(String reason) {
        return refused(NONE, reason);
    }

    static Answer refused(int status, String reason) {
        return new Answer(status, reason, System.nanoTime());
    }

    static boolean isSuccess(int status) {
        return status / 100 == 2;
    }

    boolean isSuccess() {
        return isSuccess(status);
    }
}
