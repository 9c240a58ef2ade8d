package io.leasehold.cli.command;

import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.failure.Failure;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place where failures become words and exit codes. */
public final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final PrintWriter err;

    public Failures(PrintWriter err) {
        this.err = err;
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult arguments)
            throws Exception {
        if (exception instanceof Failure failure) {
            err.println("leasehold: " + failure.getMessage());
            err.flush();
            return failure.code().number();
        }
        // A mistake of ours: all of it is shown, so that it can be reported.
        throw exception;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        err.println("leasehold: " + wrong.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
            err.println("Try: " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        }
        err.flush();
        return ExitCode.WRONG_USE.number();
    }
}
