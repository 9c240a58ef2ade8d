package io.leasehold.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Column;
import io.leasehold.cli.output.Printer;
import java.util.ArrayList;
import java.util.List;

/** A command that asks for several things at once, without pages, and shows them. */
public abstract class RowsCommand extends ApiCommand {
    private final List<Column> columns;

    protected RowsCommand(Cli cli, List<Column> columns) {
        super(cli);
        this.columns = columns;
    }

    protected abstract Iterable<JsonNode> ask(Api api);

    @Override
    protected final ExitCode run(Api api, Printer printer) {
        List<JsonNode> rows = new ArrayList<>();
        ask(api).forEach(rows::add);
        printer.list(rows, columns);
        return ExitCode.DONE;
    }
}
