package io.leasehold.sim.github;

import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.http.BodyTooLarge;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.InvalidRequest;
import io.vertx.core.MultiMap;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Optional;

/** Answers failures in GitHub's dialect, and works out the error that a fault orders. */
final class GitHubErrors {
    private static final System.Logger LOG = System.getLogger(GitHubErrors.class.getName());
    private static final int RESET_AFTER_SECONDS = 2;

    private final InstantSource clock;

    GitHubErrors(InstantSource clock) {
        this.clock = clock;
    }

    void answer(Exchange exchange, Throwable failure) {
        GitHubError error = switch (failure) {
            case GitHubError known -> known;
            case InvalidRequest invalid ->
                new GitHubError(GitHubErrorKind.UNPROCESSABLE, String.valueOf(invalid.getMessage()));
            case BodyTooLarge tooLarge -> new GitHubError(GitHubErrorKind.UNPROCESSABLE, "The body is too large");
            default -> unexpected(failure);
        };
        MultiMap headers = exchange.response().headers();
        switch (error.kind()) {
            case RATE_LIMIT -> {
                long reset = clock.instant().getEpochSecond() + RESET_AFTER_SECONDS;
                headers.set("x-ratelimit-remaining", "0").set("x-ratelimit-reset", Long.toString(reset));
            }
            case SECONDARY_RATE_LIMIT -> headers.set("retry-after", Integer.toString(RESET_AFTER_SECONDS));
            default -> {
                // The others have no headers of their own.
            }
        }
        exchange.json(error.status(), error.body());
    }

    /** Empty when the fault orders no error, or one that only another provider knows. */
    Optional<GitHubError> ordered(Fault fault) {
        return GitHubErrorKind.ALL.orderedBy(fault).map(kind -> {
            int status = fault.status() == null ? kind.status() : fault.status();
            return new GitHubError(status, kind, kind.message());
        });
    }

    private static GitHubError unexpected(Throwable failure) {
        LOG.log(Level.ERROR, "A call failed", failure);
        return new GitHubError(GitHubErrorKind.API_ERROR);
    }
}
