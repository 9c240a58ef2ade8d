package io.leasehold.cli.tokens;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ListCommand;
import io.leasehold.cli.output.Column;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "list",
        description = "List API tokens, the newest first, also those that are revoked.",
        mixinStandardHelpOptions = true)
final class TokensListCommand extends ListCommand {
    TokensListCommand(Cli cli) {
        super(
                cli,
                Api.path("tokens"),
                List.of(
                        Column.of("name"),
                        Column.of("TOKEN", "masked"),
                        Column.of("role"),
                        Column.of("domain"),
                        Column.of("state"),
                        Column.of("EXPIRES", "expires_at"),
                        Column.of("LAST USED", "last_used_at"),
                        Column.of("BY", "created_by")));
    }

    @Override
    protected Query query(Api api) {
        return new Query();
    }
}
