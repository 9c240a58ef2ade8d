package io.leasehold.distribution.enrolment;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Somebody comes with what looks like a node's credential. */
final class NodeCredentialRequest extends BaseAuthenticationRequest {
    private final String credential;

    NodeCredentialRequest(String credential) {
        this.credential = credential;
    }

    String credential() {
        return credential;
    }
}
