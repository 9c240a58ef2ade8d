package io.leasehold.kit.node;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Somebody comes with what looks like a node's credential, of which the hash is enough. */
final class NodeCredentialRequest extends BaseAuthenticationRequest {
    private final String sha256;

    NodeCredentialRequest(String sha256) {
        this.sha256 = sha256;
    }

    String sha256() {
        return sha256;
    }
}
