package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Printer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "replace-secret",
        description = {
            "Give a key a secret that you have made at the provider; also one that its rotation waits for.",
            "The secret is asked for, or read from the standard input. It is tried at the provider first.",
            "Shows the steps until it is served; exits 3 when it does not get so far."
        },
        mixinStandardHelpOptions = true)
final class KeysReplaceSecretCommand extends ApiCommand {
    @Mixin
    private KeyOptions key = new KeyOptions();

    @Mixin
    private RotationOptions rotation = new RotationOptions();

    @Option(
            names = "--provider-key-id",
            paramLabel = "ID",
            description = "The provider's own id of the new one, where the provider does not tell it.")
    private @Nullable String providerKeyId;

    @Option(
            names = "--leave-old",
            description = "Don't revoke the old secret at the provider; it is only destroyed here.")
    private boolean leaveOld;

    KeysReplaceSecretCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        if (!rotation.confirmation().isGiven()) {
            confirm(api);
        }
        ObjectNode body = rotation.body().put("revoke_old", !leaveOld);
        Bodies.put(body, "provider_key_id", providerKeyId);
        body.put("secret", terminal().secret("New secret of the key:"));
        return rotation.watch(api, printer, terminal(), cli, api.post(key.path("secret"), body));
    }

    private void confirm(Api api) {
        String name =
                terminal().interactive() ? api.get(key.path()).path("name").asText() : key.name();
        rotation.confirmation().ask(terminal(), "The secret of now will end.", name);
    }
}
