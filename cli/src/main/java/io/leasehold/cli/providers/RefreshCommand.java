package io.leasehold.cli.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.failure.Failure;
import io.leasehold.cli.output.Printer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leasehold refresh}. */
@Command(
        name = "refresh",
        description = "Ask accounts' providers now. Exits with 3 where one did not answer as it should.",
        mixinStandardHelpOptions = true)
public final class RefreshCommand extends ApiCommand {
    @Parameters(
            paramLabel = "ACCOUNT",
            arity = "0..*",
            description = "Names or ids; all accounts, at the same time, where left out.")
    private List<String> accounts = List.of();

    @Option(names = "--provider", paramLabel = "PROVIDER", description = "All accounts of that provider.")
    private @Nullable String provider;

    RefreshCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        if (!accounts.isEmpty()) {
            return byAccount(api, printer);
        }
        List<JsonNode> providers = new ArrayList<>();
        if (provider == null) {
            api.post(Api.path("usage", "providers", "refresh"), Bodies.body())
                    .path("items")
                    .forEach(providers::add);
        } else {
            providers.add(api.post(Api.path("usage", "providers", provider, "refresh"), Bodies.body()));
        }
        List<JsonNode> asked = UsedAccounts.of(providers);
        printer.list(asked, UsedAccounts.COLUMNS);
        return UsedAccounts.allAnswered(asked) ? ExitCode.DONE : ExitCode.UNFINISHED;
    }

    private ExitCode byAccount(Api api, Printer printer) {
        if (provider != null) {
            throw Failure.wrongUse("Name accounts or a provider, not both.");
        }
        List<JsonNode> asked = accounts.stream()
                .map(account -> PolledAccounts.id(api, account))
                .map(id -> api.post(Api.path("usage", "accounts", id, "refresh"), Bodies.body()))
                .toList();
        printer.list(asked, PolledAccounts.COLUMNS);
        boolean all = asked.stream()
                .allMatch(account -> account.path("status").asText().equals("ok"));
        return all ? ExitCode.DONE : ExitCode.UNFINISHED;
    }
}
