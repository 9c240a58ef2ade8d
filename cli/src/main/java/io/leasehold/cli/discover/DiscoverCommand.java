package io.leasehold.cli.discover;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.Confirmation;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.failure.Failure;
import io.leasehold.cli.output.Column;
import io.leasehold.cli.output.Printer;
import io.leasehold.discovery.EnvironmentVariables;
import io.leasehold.discovery.Findings;
import io.leasehold.discovery.ToolFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code leasehold discover}: nothing leaves the machine without {@code --import} and a yes. */
@Command(
        name = "discover",
        description =
                "Find providers' keys on this machine, in its environment and in files of tools. Shows no secret.",
        mixinStandardHelpOptions = true)
public final class DiscoverCommand extends ApiCommand {
    private static final List<Column> COLUMNS = List.of(
            Column.of("provider"),
            Column.of("masked"),
            Column.of("fingerprint"),
            Column.of("result"),
            Column.of("key"),
            Column.of("FOUND IN", "sources"),
            Column.of("message"));

    @Option(names = "--import", description = "Add what was found to the pool, each after a yes.")
    private boolean adding;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Look in this file too: JSON, or lines such as OPENAI_API_KEY=…; may be repeated.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--account",
            paramLabel = "PROVIDER=ACCOUNT",
            description = "The account that keys of a provider belong to, where it has several; may be repeated.")
    private Map<String, String> accounts = new LinkedHashMap<>();

    @Mixin
    private Confirmation confirmation = new Confirmation();

    DiscoverCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        if (adding && !confirmation.isGiven() && !terminal().interactive()) {
            throw Failure.wrongUse("Nobody is there to say yes. Add --yes if you mean all of it.");
        }
        Findings findings = look();
        findings.troubles()
                .forEach(trouble -> terminal()
                        .err()
                        .println("leasehold: " + Column.harmless(trouble.source()) + ": " + trouble.reason()));
        Imports imports = new Imports(api, terminal(), confirmation.isGiven(), accounts);
        List<JsonNode> rows = new ArrayList<>(findings.found().size());
        findings.found()
                .forEach(found -> rows.add(adding ? imports.add(found) : Imports.row(found, "found", null, null)));
        printer.list(rows, COLUMNS);
        boolean refused =
                rows.stream().anyMatch(row -> row.path("result").asText().equals("refused"));
        return refused ? ExitCode.UNFINISHED : ExitCode.DONE;
    }

    private Findings look() {
        Map<String, String> variables = cli.environment().variables();
        Findings findings = EnvironmentVariables.find(variables)
                .and(ToolFiles.find(ToolFiles.usual(
                        variables, cli.environment().home(), Path.of("").toAbsolutePath())));
        for (Path file : files) {
            findings = findings.and(ToolFiles.find(file));
        }
        return findings;
    }
}
