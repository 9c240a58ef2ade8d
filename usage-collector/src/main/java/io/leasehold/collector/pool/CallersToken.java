package io.leasehold.collector.pool;

import io.leasehold.kit.problem.ForbiddenProblem;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What a caller has proved who they are with, to go on in their name, and their workspace's slug.
 *
 * @param authorization the header, as it came
 */
public record CallersToken(String authorization, String workspace) {

    /** @throws ForbiddenProblem where the caller has none, which no route lets happen */
    public static CallersToken of(HttpHeaders headers, String workspace) {
        @Nullable String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            throw new ForbiddenProblem("This needs a bearer token.");
        }
        return new CallersToken(authorization, workspace);
    }

    /** Without the token, as this could end up in a log. */
    @Override
    public String toString() {
        return "CallersToken[" + workspace + "]";
    }
}
