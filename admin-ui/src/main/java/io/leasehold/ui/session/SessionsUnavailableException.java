package io.leasehold.ui.session;

/** Nobody can say now who is signed in. That ends no session. */
final class SessionsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SessionsUnavailableException(Throwable cause) {
        super("The sessions can't be reached", cause);
    }
}
