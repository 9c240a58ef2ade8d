package io.leasehold.cli.limits;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.RowsCommand;
import io.leasehold.cli.output.Column;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "raises", description = "List the raises of one scope, newest first.", mixinStandardHelpOptions = true)
final class LimitsRaisesCommand extends RowsCommand {
    private static final int MOST = 1000;

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    LimitsRaisesCommand(Cli cli) {
        super(
                cli,
                List.of(
                        Column.of("period"),
                        Column.of("amount"),
                        Column.of("state"),
                        Column.of("FROM", "starts_at"),
                        Column.of("UNTIL", "ends_at"),
                        Column.of("approver"),
                        Column.of("reason"),
                        Column.of("id")));
    }

    @Override
    protected List<JsonNode> ask(Api api) {
        return api.list(scope.raises(), new Query(), MOST);
    }
}
