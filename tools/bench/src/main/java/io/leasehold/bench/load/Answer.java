package io.leasehold.bench.load;

/**
 * How one request went.
 *
 * @param status HTTP's; 0 when there was no answer, or not all of it
 * @param text why it did not go well; empty when it did
 */
record Answer(int status, String text) {
    private static final int NONE = 0;

    static Answer none(String reason) {
        return new Answer(NONE, reason);
    }

    static boolean isSuccess(int status) {
        return status / 100 == 2;
    }

    boolean isSuccess() {
        return isSuccess(status);
    }
}
