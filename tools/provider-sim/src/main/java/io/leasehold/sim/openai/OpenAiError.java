package io.leasehold.sim.openai;

import org.jspecify.annotations.Nullable;

/** An answer that is an error. */
final class OpenAiError extends RuntimeException {
    private final int status;
    private final OpenAiErrorKind kind;
    private final String text;

    OpenAiError(OpenAiErrorKind kind) {
        this(kind.status(), kind, kind.message());
    }

    OpenAiError(OpenAiErrorKind kind, String text) {
        this(kind.status(), kind, text);
    }

    OpenAiError(int status, OpenAiErrorKind kind, String text) {
        super(text, null, false, false);
        this.status = status;
        this.kind = kind;
        this.text = text;
    }

    static OpenAiError invalid(String text) {
        return new OpenAiError(OpenAiErrorKind.INVALID_REQUEST, text);
    }

    static OpenAiError notFound(String text) {
        return new OpenAiError(OpenAiErrorKind.NOT_FOUND, text);
    }

    record Body(Description error) {}

    record Description(
            String message,
            String type,
            @Nullable String param,
            @Nullable String code) {}

    int status() {
        return status;
    }

    OpenAiErrorKind kind() {
        return kind;
    }

    String text() {
        return text;
    }

    Body body() {
        return new Body(new Description(text, kind.type(), null, kind.code()));
    }
}
