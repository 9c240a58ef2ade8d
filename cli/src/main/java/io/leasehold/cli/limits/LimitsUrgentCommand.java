package io.leasehold.cli.limits;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ListCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "urgent",
        description = "List what is spent of the limits that are set, those that will be hit first before the others.",
        mixinStandardHelpOptions = true)
final class LimitsUrgentCommand extends ListCommand {
    @Option(names = "--scope", paramLabel = "SCOPE", description = "Only key, node, domain, workspace or user.")
    private @Nullable String scope;

    LimitsUrgentCommand(Cli cli) {
        super(cli, Api.path("spend"), SpendColumns.OF_MANY);
    }

    @Override
    protected Query query(Api api) {
        return new Query().with("scope", scope);
    }
}
