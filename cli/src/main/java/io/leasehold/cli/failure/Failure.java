package io.leasehold.cli.failure;

/** Why a command ends without having done what it was asked to. The message says what to do next. */
public class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode code;

    protected Failure(ExitCode code, String message) {
        super(message);
        this.code = code;
    }

    public static Failure failed(String message) {
        return new Failure(ExitCode.FAILED, message);
    }

    public static Failure wrongUse(String message) {
        return new Failure(ExitCode.WRONG_USE, message);
    }

    public static Failure unfinished(String message) {
        return new Failure(ExitCode.UNFINISHED, message);
    }

    public ExitCode code() {
        return code;
    }
}
