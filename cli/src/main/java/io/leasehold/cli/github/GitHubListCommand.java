package io.leasehold.cli.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.RowsCommand;
import io.leasehold.cli.output.Column;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "list",
        description = "List who has signed in to GitHub, and who is about to.",
        mixinStandardHelpOptions = true)
final class GitHubListCommand extends RowsCommand {
    GitHubListCommand(Cli cli) {
        super(
                cli,
                List.of(
                        Column.of("USER", "user_name"),
                        Column.of("state"),
                        Column.of("STARTED BY", "started_by"),
                        Column.of("STARTED", "started_at"),
                        Column.of("ACCOUNT", "account_id"),
                        Column.of("id"),
                        Column.of("message")));
    }

    @Override
    protected Iterable<JsonNode> ask(Api api) {
        return api.get(Api.path("auth", "github", "status")).path("sign_ins");
    }
}
