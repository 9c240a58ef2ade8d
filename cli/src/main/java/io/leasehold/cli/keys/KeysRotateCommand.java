package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Column;
import io.leasehold.cli.output.Printer;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rotate",
        description = {
            "Give a key another secret. It stays the same key, with its leases and its history.",
            "Shows the steps until the new secret is served; the old one ends in the background once nobody uses it, or after the overlap.",
            "Exits 3 when it does not get so far: stuck, waiting for a secret (see replace-secret), or still going on."
        },
        mixinStandardHelpOptions = true)
final class KeysRotateCommand extends ApiCommand {
    @Mixin
    private KeyOptions key = new KeyOptions();

    @Mixin
    private RotationOptions rotation = new RotationOptions();

    @Option(names = "--dry-run", description = "Only show what would be done.")
    private boolean dryRun;

    KeysRotateCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        if (dryRun) {
            RotationOptions.show(printer, plan(api));
            return ExitCode.DONE;
        }
        if (!rotation.confirmation().isGiven()) {
            confirm(api);
        }
        return rotation.watch(api, printer, terminal(), cli, api.post(key.path("rotate"), rotation.body()));
    }

    private void confirm(Api api) {
        String name = terminal().interactive() ? tellPlan(plan(api)) : key.name();
        rotation.confirmation().ask(terminal(), "The secret of now will end.", name);
    }

    /** @return the key's name */
    private String tellPlan(JsonNode plan) {
        PrintWriter err = terminal().err();
        plan.path("steps")
                .forEach(step ->
                        err.println("  " + Column.harmless(step.path("detail").asText())));
        err.flush();
        return plan.path("key_name").asText();
    }

    private JsonNode plan(Api api) {
        return api.post(key.path("rotate"), rotation.body().put("dry_run", true));
    }
}
