package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "add",
        description =
                "Add a key. Its secret is asked for, or read from the standard input, unless its source is named.",
        mixinStandardHelpOptions = true)
final class KeysAddCommand extends ItemCommand {
    @Mixin
    private NewKeyOptions key = new NewKeyOptions();

    @Option(
            names = "--provider-key-id",
            paramLabel = "ID",
            description = "The provider's own id, where the provider does not tell it.")
    private @Nullable String providerKeyId;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "The place that its secret comes from, one of 'keys sources'; it is followed from then on.")
    private @Nullable String source;

    @Mixin
    private DirectOptions direct = new DirectOptions();

    @Option(names = "--no-verify", description = "Don't ask the provider whether it accepts the key.")
    private boolean unverified;

    KeysAddCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        ObjectNode body = key.body(api);
        Bodies.put(body, "provider_key_id", providerKeyId);
        direct.put(body);
        if (unverified) {
            body.put("verify", false);
        }
        if (source == null) {
            body.put("secret", terminal().secret("Secret of the key:"));
        } else {
            body.put("source", source);
        }
        return api.post(Api.path("keys"), body);
    }
}
