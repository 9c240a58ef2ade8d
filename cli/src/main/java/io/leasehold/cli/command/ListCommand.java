package io.leasehold.cli.command;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.failure.Failure;
import io.leasehold.cli.output.Column;
import io.leasehold.cli.output.Printer;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** Shows what a list of the API has, once or again and again. */
public abstract class ListCommand extends ApiCommand {
    private static final String CLEAR = "\u001b[H\u001b[2J";
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    @Option(names = "--max", paramLabel = "N", description = "How many at most; 1000 where left out.")
    private int max = 1000;

    @Option(names = "--watch", description = "Show it every two seconds until stopped.")
    private boolean watch;

    private final String path;
    private final List<Column> columns;

    protected ListCommand(Cli cli, String path, List<Column> columns) {
        super(cli);
        this.path = path;
        this.columns = columns;
    }

    /** What is looked for. */
    protected abstract Query query(Api api);

    @Override
    protected final ExitCode run(Api api, Printer printer) {
        if (max < 1) {
            throw Failure.wrongUse("--max is at least 1.");
        }
        show(api, printer);
        while (watch) {
            cli.pause().pause(BETWEEN);
            if (terminal().interactive()) {
                terminal().out().print(CLEAR);
            }
            show(api, printer);
        }
        return ExitCode.DONE;
    }

    private void show(Api api, Printer printer) {
        printer.list(api.list(path, query(api), max), columns);
    }
}
