package io.leasehold.sim.cohere;

import io.leasehold.sim.fault.ErrorKind;
import io.leasehold.sim.fault.ErrorKinds;
import java.util.List;

/** The documented errors, by the names under which a fault orders them. What the second 429 is about its words tell. */
enum CohereErrorKind implements ErrorKind {
    INVALID_REQUEST(400, "invalid request"),
    AUTHENTICATION(401, "invalid api token"),
    PERMISSION(403, "you do not have permission to do this"),
    NOT_FOUND(404, "not found"),
    UNPROCESSABLE(422, "the request could not be processed"),
    RATE_LIMIT(429, "You have exceeded your limit of 500 API calls / minute. Please slow down."),
    TRIAL_LIMIT(
            429,
            "You are using a Trial key, which is limited to 1000 API calls / month. Upgrade to a Production key to"
                    + " continue."),
    INVALID_TOKEN(498, "invalid api token"),
    CLIENT_CLOSED(499, "request cancelled by user"),
    API_ERROR(500, "internal server error"),
    NOT_IMPLEMENTED(501, "not implemented"),
    OVERLOADED(503, "service unavailable"),
    TIMEOUT(504, "timed out");

    static final ErrorKinds<CohereErrorKind> ALL = new ErrorKinds<>(List.of(values()), API_ERROR);

    private final int status;
    private final String message;

    CohereErrorKind(int status, String message) {
        this.status = status;
        this.message = message;
    }

    @Override
    public int status() {
        return status;
    }

    String message() {
        return message;
    }
}
