package io.leasehold.cli.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Printer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code leasehold refresh}. */
@Command(
        name = "refresh",
        description = "Ask accounts' providers now. Exits with 3 where one did not answer as it should.",
        mixinStandardHelpOptions = true)
public final class RefreshCommand extends ApiCommand {
    /** There is nobody to ask for them. */
    private static final Set<String> NEVER_ASKED = Set.of("unsupported", "inactive");

    @Parameters(paramLabel = "ACCOUNT", arity = "0..*", description = "Names or ids; all accounts where left out.")
    private List<String> accounts = List.of();

    RefreshCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        List<JsonNode> refreshed = new ArrayList<>();
        for (JsonNode account : chosen(api)) {
            String id = account.path("account_id").asText();
            refreshed.add(api.post(Api.path("usage", "accounts", id, "refresh"), Bodies.body()));
        }
        printer.list(refreshed, PolledAccounts.COLUMNS);
        boolean all = refreshed.stream()
                .allMatch(account -> account.path("status").asText().equals("ok"));
        return all ? ExitCode.DONE : ExitCode.UNFINISHED;
    }

    private List<JsonNode> chosen(Api api) {
        return accounts.isEmpty()
                ? PolledAccounts.list(api, null).stream()
                        .filter(account ->
                                !NEVER_ASKED.contains(account.path("status").asText()))
                        .toList()
                : accounts.stream()
                        .map(account -> PolledAccounts.find(api, account))
                        .toList();
    }
}
