package io.leasehold.gateway.call;

/** Another service answered, and not with what was asked for. */
public final class ServiceCallException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    ServiceCallException(String call, int status) {
        super("%s answered %d".formatted(call, status), null, false, false);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
