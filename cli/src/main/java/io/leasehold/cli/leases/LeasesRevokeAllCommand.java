package io.leasehold.cli.leases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.Confirmation;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.failure.Failure;
import io.leasehold.cli.output.Column;
import io.leasehold.cli.output.Printer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "revoke-all", description = "End all leases of a filter at once.", mixinStandardHelpOptions = true)
final class LeasesRevokeAllCommand extends ApiCommand {
    private static final int AT_ONCE = 500;
    private static final List<Column> COLUMNS = List.of(
            Column.of("NODE", "node_name"),
            Column.of("KEY", "key_name"),
            Column.of("state"),
            Column.of("LEASE ID", "lease_id"));

    @Mixin
    private LeaseFilterOptions filter = new LeaseFilterOptions();

    @Option(names = "--all-of", paramLabel = "SLUG", description = "All leases of the workspace with that slug.")
    private @Nullable String allOf;

    @Option(names = "--dry-run", description = "Only show which they are.")
    private boolean dryRun;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Is kept and told.")
    private String reason = "";

    @Mixin
    private Confirmation confirmation = new Confirmation();

    LeasesRevokeAllCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        if (filter.isEmpty() && allOf == null) {
            throw Failure.wrongUse("Say which leases; see --help.");
        }
        if (!dryRun && !confirmation.isGiven()) {
            confirm(api);
        }
        printer.list(revoke(api, dryRun), COLUMNS);
        return ExitCode.DONE;
    }

    /** By their number: who types it has seen how many it hits. */
    private void confirm(Api api) {
        String many =
                terminal().interactive() ? Integer.toString(revoke(api, true).size()) : "";
        confirmation.ask(terminal(), many + " leases end at once.", many);
    }

    private List<JsonNode> revoke(Api api, boolean dry) {
        Query query = filter.query().with("all_of", allOf).with("limit", AT_ONCE);
        ObjectNode body = Bodies.body().put("reason", reason).put("dry_run", dry);
        List<JsonNode> revoked = new ArrayList<>();
        String cursor = null;
        do {
            JsonNode page = api.post(Api.path("leases", "revoke") + query.and("cursor", cursor), body);
            page.path("items").forEach(revoked::add);
            cursor = page.path("next_cursor").asText(null);
        } while (cursor != null);
        return revoked;
    }
}
