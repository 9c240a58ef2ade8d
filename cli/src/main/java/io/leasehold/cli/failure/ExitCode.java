package io.leasehold.cli.failure;

/** What a script learns without reading. */
public enum ExitCode {
    DONE(0),
    FAILED(1),
    /** Wrong use, or not confirmed: nothing was done. */
    WRONG_USE(2),
    /** Done in part, or not to its end. */
    UNFINISHED(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
