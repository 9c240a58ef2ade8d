package io.leasehold.sim.openai;

import io.leasehold.sim.fault.Fault;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer that is an error. */
public class OpenAiError extends RuntimeException {
    private final int status;
    private final OpenAiErrorKind kind;
    private final String text;

    public OpenAiError(OpenAiErrorKind kind) {
        this(kind.status(), kind, kind.message());
    }

    public OpenAiError(OpenAiErrorKind kind, String text) {
        this(kind.status(), kind, text);
    }

    public OpenAiError(int status, OpenAiErrorKind kind, String text) {
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

    /** Empty when the fault orders no error, or one that only another provider knows. */
    public static Optional<OpenAiError> ordered(Fault fault) {
        return OpenAiErrorKind.ALL.orderedBy(fault).map(kind -> {
            int status = fault.status() == null ? kind.status() : fault.status();
            return new OpenAiError(status, kind, kind.message());
        });
    }

    public int status() {
        return status;
    }

    public OpenAiErrorKind kind() {
        return kind;
    }

    public String text() {
        return text;
    }

    Body body() {
        return new Body(new Description(text, kind.type(), null, kind.code()));
    }
}
