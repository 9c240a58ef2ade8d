package io.leasehold.cli.nodes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.failure.Failure;
import io.leasehold.cli.output.Printer;
import picocli.CommandLine.Command;

@Command(
        name = "report-usage",
        description = {
            "As a node, tell of calls that it made with the key of a direct lease; each counts once, however often it is told.",
            "The standard input is JSON: {\"reports\": […]}, as the API describes it. Exits with 3 where one can't count."
        },
        mixinStandardHelpOptions = true)
final class NodesReportUsageCommand extends ApiCommand {
    NodesReportUsageCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        JsonNode outcome = api.post(Api.path("usage", "reports"), read());
        printer.item(outcome);
        return outcome.path("rejected").isEmpty() ? ExitCode.DONE : ExitCode.UNFINISHED;
    }

    private ObjectNode read() {
        try {
            if (new JsonMapper().readTree(terminal().input()) instanceof ObjectNode reports) {
                return reports;
            }
        } catch (JsonProcessingException noJson) {
            // Said below, without what was there.
        }
        throw Failure.wrongUse("The standard input is not a JSON object; see --help.");
    }
}
