package io.leasehold.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.failure.Failure;
import io.leasehold.cli.output.Column;

/** What the API refused, in its own words (RFC 9457). */
public final class ApiProblem extends Failure {
    private static final long serialVersionUID = 1;
    private static final int UNAUTHENTICATED = 401;

    private final int status;

    private ApiProblem(int status, String message) {
        super(ExitCode.FAILED, message);
        this.status = status;
    }

    static ApiProblem of(Http.Answer answer) {
        JsonNode body = answer.body();
        StringBuilder text = new StringBuilder(body.path("title").asText("The answer was " + answer.status()));
        if (body.hasNonNull("detail")) {
            text.append(": ").append(body.get("detail").asText());
        }
        body.path("errors")
                .forEach(error -> text.append("; ")
                        .append(error.path("field").asText())
                        .append(' ')
                        .append(error.path("detail").asText()));
        if (!body.isObject()) {
            text.append(". Is Leasehold at ")
                    .append(answer.address().getAuthority())
                    .append('?');
        }
        if (body.hasNonNull("request_id")) {
            text.append(" (request ").append(body.get("request_id").asText()).append(')');
        }
        if (answer.status() == UNAUTHENTICATED) {
            text.append(" Sign in with: leasehold login");
        }
        return new ApiProblem(answer.status(), Column.harmless(text.toString()));
    }

    public int status() {
        return status;
    }
}
