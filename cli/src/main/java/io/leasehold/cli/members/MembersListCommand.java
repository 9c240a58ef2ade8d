package io.leasehold.cli.members;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ListCommand;
import io.leasehold.cli.output.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "List members.", mixinStandardHelpOptions = true)
final class MembersListCommand extends ListCommand {
    @Option(names = "--role", paramLabel = "ROLE", description = "Only viewers, operators or admins.")
    private @Nullable String role;

    @Option(names = "--domain", paramLabel = "DOMAIN", description = "Those whose role is for that domain.")
    private @Nullable String domain;

    @Option(names = "--text", paramLabel = "WORDS", description = "Only members with that in their name or e-mail.")
    private @Nullable String text;

    MembersListCommand(Cli cli) {
        super(
                cli,
                Api.path("members"),
                List.of(
                        Column.of("USER", "username"),
                        Column.of("name"),
                        Column.of("email"),
                        Column.of("role"),
                        Column.of("domain"),
                        Column.of("enabled")));
    }

    @Override
    protected Query query(Api api) {
        return new Query().with("role", role).with("domain", domain).with("text", text);
    }
}
