package io.leasehold.cli.audit;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Printer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = {
            "Write all of the log to the standard output, in the order of its chain.",
            "Exits 3 when what was written is not all of it."
        },
        mixinStandardHelpOptions = true)
final class AuditExportCommand extends ApiCommand {
    @Mixin
    private AuditFilterOptions filter = new AuditFilterOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "ndjson (a JSON object a line) or csv; ndjson where left out.")
    private String format = "ndjson";

    AuditExportCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        api.download(
                Api.path("audit", "export"),
                filter.query().with("format", format),
                terminal().out());
        return ExitCode.DONE;
    }
}
