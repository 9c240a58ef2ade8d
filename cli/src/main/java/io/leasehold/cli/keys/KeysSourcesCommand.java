package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.RowsCommand;
import io.leasehold.cli.output.Column;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "sources",
        description = "List the places that keys of the workspace may take their secrets from.",
        mixinStandardHelpOptions = true)
final class KeysSourcesCommand extends RowsCommand {
    KeysSourcesCommand(Cli cli) {
        super(
                cli,
                List.of(
                        Column.of("name"),
                        Column.of("kind"),
                        Column.of("location"),
                        Column.of("REVOKES OLD", "revokes_old")));
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.get(Api.path("key-sources")).path("items");
    }
}
