package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.Confirmation;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.failure.Failure;
import io.leasehold.cli.output.Column;
import io.leasehold.cli.output.Printer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "revoke-all",
        description = {
            "End all keys of a filter for good, each by itself; begins all and does not wait for their ends.",
            "Exits 3 when some could not be begun."
        },
        mixinStandardHelpOptions = true)
final class KeysRevokeAllCommand extends ApiCommand {
    private static final List<Column> COLUMNS = List.of(
            Column.of("name"),
            Column.of("state"),
            Column.of("LEASES", "leases_affected"),
            Column.of("reason"),
            Column.of("id"));

    @Mixin
    private KeyFilterOptions filter = new KeyFilterOptions();

    @Option(names = "--dry-run", description = "Only show which they are.")
    private boolean dryRun;

    @Option(names = "--force", description = "End their use at once, before the providers are asked.")
    private boolean force;

    @Option(names = "--reason", paramLabel = "TEXT", description = "For the audit log.")
    private @Nullable String reason;

    @Mixin
    private Confirmation confirmation = new Confirmation();

    KeysRevokeAllCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        if (filter.isEmpty()) {
            throw Failure.wrongUse("Say which keys; see --help.");
        }
        if (dryRun) {
            printer.list(revoke(api, true), COLUMNS);
            return ExitCode.DONE;
        }
        if (!confirmation.isGiven()) {
            confirm(api);
        }
        List<JsonNode> begun = revoke(api, false);
        printer.list(begun, COLUMNS);
        boolean all = begun.stream().allMatch(one -> one.hasNonNull("state"));
        return all ? ExitCode.DONE : ExitCode.UNFINISHED;
    }

    /** By their number: who types it has seen how many it hits. */
    private void confirm(Api api) {
        String many =
                terminal().interactive() ? Integer.toString(revoke(api, true).size()) : "";
        confirmation.ask(terminal(), many + " keys are revoked, which can't be undone.", many);
    }

    private List<JsonNode> revoke(Api api, boolean dry) {
        ObjectNode body = Bodies.body().put("dry_run", dry).put("force", force);
        Bodies.put(body, "reason", reason);
        return ManyKeys.post(api, Api.path("keys", "revoke"), filter.query(api), body);
    }
}
