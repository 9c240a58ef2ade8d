package io.leasehold.sim.github;

import io.leasehold.sim.fault.ErrorKind;
import io.leasehold.sim.fault.ErrorKinds;
import java.util.List;

/** The documented errors, by the names under which a fault orders them. Two of them are 403 and no refusal. */
enum GitHubErrorKind implements ErrorKind {
    AUTHENTICATION(401, "Bad credentials"),
    PERMISSION(403, "Resource not accessible by personal access token"),
    RATE_LIMIT(403, "API rate limit exceeded for user ID 1."),
    SECONDARY_RATE_LIMIT(
            403, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."),
    NOT_FOUND(404, "Not Found"),
    UNPROCESSABLE(422, "Validation Failed"),
    API_ERROR(500, "Server Error"),
    OVERLOADED(503, "Service unavailable");

    static final ErrorKinds<GitHubErrorKind> ALL = new ErrorKinds<>(List.of(values()), API_ERROR);

    private final int status;
    private final String message;

    GitHubErrorKind(int status, String message) {
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
