package io.leasehold.sim.cohere;

/** An answer that is an error. */
final class CohereError extends RuntimeException {
    private final int status;
    private final String text;

    CohereError(CohereErrorKind kind) {
        this(kind.status(), kind.message());
    }

    CohereError(CohereErrorKind kind, String text) {
        this(kind.status(), text);
    }

    CohereError(int status, String text) {
        super(text, null, false, false);
        this.status = status;
        this.text = text;
    }

    record Body(String message, String id) {}

    int status() {
        return status;
    }

    String text() {
        return text;
    }

    /** @param id of the call */
    Body body(String id) {
        return new Body(text, id);
    }
}
