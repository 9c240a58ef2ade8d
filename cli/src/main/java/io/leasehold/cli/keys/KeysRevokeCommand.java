package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.Confirmation;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Column;
import io.leasehold.cli.output.Printer;
import java.io.PrintWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "revoke",
        description = {
            "End a key for good: its leases, at the provider, and its secret.",
            "Shows the steps until the end. Exits 3 when it is not at its end: stuck, left to do by hand, or still going on."
        },
        mixinStandardHelpOptions = true)
final class KeysRevokeCommand extends ApiCommand {
    @Mixin
    private KeyOptions key = new KeyOptions();

    @Option(names = "--dry-run", description = "Only show what would be done.")
    private boolean dryRun;

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Option(names = "--force", description = "End its use at once, before the provider is asked.")
    private boolean force;

    @Option(
            names = "--drain",
            paramLabel = "SECONDS",
            description = "How long requests that are under way may take to finish; 30 where left out.")
    private @Nullable Long drain;

    @Option(names = "--cancel", description = "Take a revocation back, as long as the key is used or drains.")
    private boolean cancel;

    @Option(names = "--reason", paramLabel = "TEXT", description = "For the audit log.")
    private @Nullable String reason;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long to wait for the end; 600 where left out.")
    private long timeout = 600;

    KeysRevokeCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        if (dryRun) {
            RevocationTable.show(printer, plan(api));
            return ExitCode.DONE;
        }
        if (cancel) {
            RevocationTable.show(printer, api.post(key.path("revocation", "cancel"), cancellation()));
            return ExitCode.DONE;
        }
        if (!confirmation.isGiven()) {
            confirm(api);
        }
        JsonNode begun = api.post(key.path("revoke"), body(false));
        // By its id: a name may be given to another key meanwhile.
        String path = Api.path("keys", begun.path("key_id").asText(), "revocation");
        RevocationWatch watch = new RevocationWatch(terminal().err(), cli.clock(), cli.pause());
        JsonNode last = watch.until(begun, () -> api.get(path), Duration.ofSeconds(timeout));
        RevocationTable.show(printer, last);
        return watch.outcome(last);
    }

    private void confirm(Api api) {
        String name = terminal().interactive() ? tellPlan(plan(api)) : key.name();
        confirmation.ask(terminal(), "This can't be undone.", name);
    }

    /** @return the key's name */
    private String tellPlan(JsonNode plan) {
        PrintWriter err = terminal().err();
        plan.path("steps")
                .forEach(step ->
                        err.println("  " + Column.harmless(step.path("title").asText())));
        err.println("Leases that end: " + plan.path("leases_affected").asText());
        err.flush();
        return plan.path("key_name").asText();
    }

    private JsonNode plan(Api api) {
        return api.post(key.path("revoke"), body(true));
    }

    private ObjectNode body(boolean dry) {
        ObjectNode body = Bodies.body().put("dry_run", dry).put("force", force);
        if (drain != null) {
            body.put("drain", Duration.ofSeconds(drain).toString());
        }
        Bodies.put(body, "reason", reason);
        return body;
    }

    private ObjectNode cancellation() {
        ObjectNode body = Bodies.body();
        Bodies.put(body, "reason", reason);
        return body;
    }
}
