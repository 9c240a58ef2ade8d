package io.leasehold.collector.credential;

/** Whether there is a credential can't be told now. */
public final class CredentialsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CredentialsUnavailableException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
