package io.leasehold.contracts.secret;

/**
 * A secret, for a service that must use it: {@code GET
 * /internal/v1/secrets/{keys|accounts}/{id}?workspace=<id>&version=<n>}, 404 when there is no such version.
 */
public record SecretAnswer(String secret) {
    /** Without the secret, as this could end up in a log. */
    @Override
    public String toString() {
        return "SecretAnswer[secret=***]";
    }
}
