package io.leasehold.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Printer;

/** A command that asks for one thing, or changes it, and shows it as it is then. */
public abstract class ItemCommand extends ApiCommand {
    protected ItemCommand(Cli cli) {
        super(cli);
    }

    protected abstract JsonNode ask(Api api);

    @Override
    protected final ExitCode run(Api api, Printer printer) {
        printer.item(ask(api));
        return ExitCode.DONE;
    }
}
