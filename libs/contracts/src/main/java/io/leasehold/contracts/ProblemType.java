package io.leasehold.contracts;

import java.net.URI;

/**
 * The {@code type} of an RFC 9457 problem: a stable slug that clients may switch on. The URI is an identifier; it is
 * described in {@code docs/problems.md}.
 */
public enum ProblemType {
    INVALID_REQUEST(400),
    UNKNOWN_FIELD(400),
    WORKSPACE_REQUIRED(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NODE_NOT_ADMITTED(403),
    LEASE_NOT_ALLOWED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CONFLICT(409),
    NAME_TAKEN(409),
    WRONG_STATE(409),
    STILL_RUNNING(409),
    BODY_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    IDEMPOTENCY_KEY_REUSED(422),
    KEY_NOT_ACCEPTED(422),
    KEY_NOT_BOUND(422),
    NOT_SUPPORTED_BY_PROVIDER(422),
    LIMIT_REACHED(409),
    POOL_EMPTY(409),
    TOO_MANY_REQUESTS(429),
    INTERNAL(500),
    PROVIDER_FAILED(502),
    DEPENDENCY_UNAVAILABLE(503);

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** {@code name_taken} becomes {@code name-taken}. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public URI uri() {
        return URI.create("urn:leasehold:problem:" + slug());
    }
}
