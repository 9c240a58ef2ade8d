package io.leasehold.cli.keys;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ListCommand;
import io.leasehold.cli.output.Column;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "List keys, newest first.", mixinStandardHelpOptions = true)
final class KeysListCommand extends ListCommand {
    @Mixin
    private KeyFilterOptions filter = new KeyFilterOptions();

    KeysListCommand(Cli cli) {
        super(
                cli,
                Api.path("keys"),
                List.of(
                        Column.of("name"),
                        Column.of("provider"),
                        Column.of("ACCOUNT", "account_name"),
                        Column.of("state"),
                        Column.of("SECRET", "masked"),
                        Column.of("tags"),
                        Column.of("id")));
    }

    @Override
    protected Query query(Api api) {
        return filter.query(api);
    }
}
