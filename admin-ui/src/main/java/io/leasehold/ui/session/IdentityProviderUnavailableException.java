package io.leasehold.ui.session;

/** The identity provider did not say no: it said nothing that could be used. */
final class IdentityProviderUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    IdentityProviderUnavailableException(int status) {
        super("The identity provider answered with status " + status);
    }
}
