package io.leasehold.providers.http;

import java.util.Set;

/** Why no access token is given (RFC 6749, 5.2). A credential that is not accepted is a 400 with most who give them. */
public record OAuthErrors(String provider) implements ErrorReader {
    private static final Set<String> WRONG_CREDENTIAL =
            Set.of("invalid_client", "invalid_grant", "unauthorized_client");

    @Override
    public Reading read(Answer answer) {
        String code = JsonFields.text(answer.body(), "error");
        Failure failure = code != null && WRONG_CREDENTIAL.contains(code)
                ? Failure.INVALID_CREDENTIAL
                : ErrorReader.byStatus(answer.status());
        return new Reading(failure, code, JsonFields.text(answer.body(), "error_description"));
    }
}
