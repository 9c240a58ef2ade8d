package io.leasehold.cli.keys;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ListCommand;
import io.leasehold.cli.output.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "List keys, newest first.", mixinStandardHelpOptions = true)
final class KeysListCommand extends ListCommand {
    @Option(names = "--state", paramLabel = "STATE", description = "Only keys in that state, such as active.")
    private @Nullable String state;

    @Option(names = "--provider", paramLabel = "ID", description = "Only keys of that provider, such as anthropic.")
    private @Nullable String provider;

    @Option(names = "--text", paramLabel = "WORDS", description = "Only keys with that in their name.")
    private @Nullable String text;

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
    protected Query query() {
        return new Query().with("state", state).with("provider", provider).with("text", text);
    }
}
