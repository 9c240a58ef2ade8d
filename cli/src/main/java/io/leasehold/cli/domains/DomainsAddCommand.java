package io.leasehold.cli.domains;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Printer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "add", description = "Add a domain.", mixinStandardHelpOptions = true)
final class DomainsAddCommand extends ApiCommand {
    @Parameters(paramLabel = "NAME", description = "Host name or application label, such as app.example.com.")
    private String name = "";

    @Option(
            names = "--capture",
            paramLabel = "LEVEL",
            description = "What is kept of its traffic: none, metadata or full.")
    private @Nullable String capture;

    @Option(names = "--tag", paramLabel = "TAG", description = "A word to find it by.")
    private List<String> tags = new ArrayList<>();

    DomainsAddCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        ObjectNode body = Bodies.body().put("name", name);
        Bodies.put(body, "capture", capture);
        Bodies.put(body, "tags", tags);
        printer.item(api.post(Api.path("domains"), body));
        return ExitCode.DONE;
    }
}
