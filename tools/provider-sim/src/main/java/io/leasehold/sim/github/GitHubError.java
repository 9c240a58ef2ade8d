package io.leasehold.sim.github;

/** An answer that is an error. */
final class GitHubError extends RuntimeException {
    private final int status;
    private final GitHubErrorKind kind;
    private final String text;

    GitHubError(GitHubErrorKind kind) {
        this(kind.status(), kind, kind.message());
    }

    GitHubError(GitHubErrorKind kind, String text) {
        this(kind.status(), kind, text);
    }

    GitHubError(int status, GitHubErrorKind kind, String text) {
        super(text, null, false, false);
        this.status = status;
        this.kind = kind;
        this.text = text;
    }

    /** @param status the same as that of the answer, as a text */
    record Body(String message, String documentationUrl, String status) {}

    int status() {
        return status;
    }

    GitHubErrorKind kind() {
        return kind;
    }

    Body body() {
        return new Body(text, "https://docs.github.com/rest", Integer.toString(status));
    }
}
