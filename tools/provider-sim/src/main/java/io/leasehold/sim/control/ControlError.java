package io.leasehold.sim.control;

/** A control call that can't be done. */
final class ControlError extends RuntimeException {
    private final int status;
    private final String detail;

    ControlError(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.detail = detail;
    }

    record Problem(String type, int status, String detail) {}

    int status() {
        return status;
    }

    Problem problem() {
        return new Problem("about:blank", status, detail);
    }
}
