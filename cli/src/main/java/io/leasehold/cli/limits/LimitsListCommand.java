package io.leasehold.cli.limits;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ListCommand;
import io.leasehold.cli.output.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "List who and what is limited.", mixinStandardHelpOptions = true)
final class LimitsListCommand extends ListCommand {
    @Option(names = "--scope", paramLabel = "SCOPE", description = "Only key, node, domain, workspace or user.")
    private @Nullable String scope;

    LimitsListCommand(Cli cli) {
        super(cli, Api.path("limits"), List.of(Column.of("scope"), Column.of("ID", "scope_id"), Column.of("limits")));
    }

    @Override
    protected Query query(Api api) {
        return new Query().with("scope", scope);
    }
}
