package io.leasehold.cli.accounts;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ListCommand;
import io.leasehold.cli.output.Column;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "list", description = "List provider accounts, newest first.", mixinStandardHelpOptions = true)
final class AccountsListCommand extends ListCommand {
    AccountsListCommand(Cli cli) {
        super(
                cli,
                Api.path("provider-accounts"),
                List.of(
                        Column.of("name"),
                        Column.of("provider"),
                        Column.of("state"),
                        Column.of("CREDENTIAL", "credential_masked"),
                        Column.of("endpoint"),
                        Column.of("id")));
    }

    @Override
    protected Query query(Api api) {
        return new Query();
    }
}
