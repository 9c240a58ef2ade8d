package io.leasehold.sim.openrouter;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** An answer that is an error. */
final class OpenRouterError extends RuntimeException {
    private final int status;
    private final OpenRouterErrorKind kind;
    private final String text;

    OpenRouterError(OpenRouterErrorKind kind) {
        this(kind.status(), kind, kind.message());
    }

    OpenRouterError(OpenRouterErrorKind kind, String text) {
        this(kind.status(), kind, text);
    }

    OpenRouterError(int status, OpenRouterErrorKind kind, String text) {
        super(text, null, false, false);
        this.status = status;
        this.kind = kind;
        this.text = text;
    }

    static OpenRouterError invalid(String text) {
        return new OpenRouterError(OpenRouterErrorKind.INVALID_REQUEST, text);
    }

    /** @param userId absent where the caller is not known */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(Description error, @Nullable String userId) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Description(int code, String message, @Nullable Metadata metadata) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Metadata(@Nullable String errorType, @Nullable String limitSource) {}

    int status() {
        return status;
    }

    int retryAfterSeconds() {
        return kind.retryAfterSeconds();
    }

    Body body() {
        String source = kind.limitSource();
        Metadata metadata = source == null ? null : new Metadata(null, source);
        boolean known = kind != OpenRouterErrorKind.AUTHENTICATION;
        return new Body(new Description(status, text, metadata), known ? Account.USER_ID : null);
    }

    /** The error as it stands inside a stream. */
    Description inStream() {
        return new Description(status, text, new Metadata(kind.errorType(), null));
    }
}
