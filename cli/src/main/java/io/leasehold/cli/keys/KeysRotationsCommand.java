package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.RowsCommand;
import io.leasehold.cli.output.Column;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "rotations",
        description = "List the rotations of a key, newest first.",
        mixinStandardHelpOptions = true)
final class KeysRotationsCommand extends RowsCommand {
    private static final int MOST = 1000;

    @Mixin
    private KeyOptions key = new KeyOptions();

    KeysRotationsCommand(Cli cli) {
        super(
                cli,
                List.of(
                        Column.of("state"),
                        Column.of("scheduled"),
                        Column.of("served"),
                        Column.of("other"),
                        Column.of("STARTED", "started_at"),
                        Column.of("FINISHED", "finished_at"),
                        Column.of("reason")));
    }

    @Override
    protected List<JsonNode> ask(Api api) {
        return api.list(key.path("rotations"), new Query(), MOST);
    }
}
