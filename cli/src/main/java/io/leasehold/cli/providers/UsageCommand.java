package io.leasehold.cli.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.RowsCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code leasehold usage}. */
@Command(
        name = "usage",
        description = "Show how fresh each account's figures are, and how its provider answers.",
        mixinStandardHelpOptions = true)
public final class UsageCommand extends RowsCommand {
    @Option(names = "--provider", paramLabel = "PROVIDER", description = "Only accounts of that provider.")
    private @Nullable String provider;

    UsageCommand(Cli cli) {
        super(cli, PolledAccounts.COLUMNS);
    }

    @Override
    protected Iterable<JsonNode> ask(Api api) {
        return PolledAccounts.list(api, provider);
    }
}
