package io.leasehold.sim.anthropic;

import org.jspecify.annotations.Nullable;

/** An answer that is an error. */
final class AnthropicError extends RuntimeException {
    private final int status;
    private final AnthropicErrorKind kind;
    private final String text;

    AnthropicError(AnthropicErrorKind kind, String text) {
        this(kind.status(), kind, text);
    }

    AnthropicError(int status, AnthropicErrorKind kind, String text) {
        super(text, null, false, false);
        this.status = status;
        this.kind = kind;
        this.text = text;
    }

    static AnthropicError invalid(String text) {
        return new AnthropicError(AnthropicErrorKind.INVALID_REQUEST, text);
    }

    static AnthropicError unauthenticated() {
        return new AnthropicError(AnthropicErrorKind.AUTHENTICATION, AnthropicErrorKind.AUTHENTICATION.message());
    }

    static AnthropicError notFound(String text) {
        return new AnthropicError(AnthropicErrorKind.NOT_FOUND, text);
    }

    int status() {
        return status;
    }

    int retryAfterSeconds() {
        return kind.retryAfterSeconds();
    }

    ErrorBody body(@Nullable String requestId) {
        String code = kind.errorCode();
        ErrorBody.Details details = code == null ? null : new ErrorBody.Details(code);
        return new ErrorBody("error", new ErrorBody.Description(kind.type(), text, details), requestId);
    }
}
