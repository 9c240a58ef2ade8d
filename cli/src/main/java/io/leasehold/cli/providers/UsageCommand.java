package io.leasehold.cli.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.RowsCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code leasehold usage}. */
@Command(
        name = "usage",
        description = "Show what is used, charged and left of each account, as its provider told it last.",
        mixinStandardHelpOptions = true)
public final class UsageCommand extends RowsCommand {
    private static final int MOST = 1_000;

    @Option(names = "--provider", paramLabel = "PROVIDER", description = "Only accounts of that provider.")
    private @Nullable String provider;

    UsageCommand(Cli cli) {
        super(cli, UsedAccounts.COLUMNS);
    }

    @Override
    protected Iterable<JsonNode> ask(Api api) {
        return UsedAccounts.of(
                provider == null
                        ? api.list(Api.path("usage", "providers"), new Query(), MOST)
                        : List.of(api.get(Api.path("usage", "providers", provider))));
    }
}
