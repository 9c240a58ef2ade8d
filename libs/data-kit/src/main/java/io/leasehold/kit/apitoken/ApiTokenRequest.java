package io.leasehold.kit.apitoken;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Somebody says who they are with an API token, of which the hash is enough. */
final class ApiTokenRequest extends BaseAuthenticationRequest {
    private final String sha256;

    ApiTokenRequest(String sha256) {
        this.sha256 = sha256;
    }

    String sha256() {
        return sha256;
    }
}
