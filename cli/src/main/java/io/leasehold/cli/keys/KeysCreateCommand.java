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
        name = "create",
        description = "Make a key at its provider; its secret is shown to nobody.",
        mixinStandardHelpOptions = true)
final class KeysCreateCommand extends ItemCommand {
    @Mixin
    private NewKeyOptions key = new NewKeyOptions();

    @Mixin
    private ProviderLimitOptions limit = new ProviderLimitOptions();

    @Option(names = "--provider-limit", paramLabel = "USD", description = "The limit that it has there.")
    private @Nullable String providerLimit;

    @Option(names = "--expires", paramLabel = "TIME", description = "When it ends there, as 2027-01-01T00:00:00Z.")
    private @Nullable String expires;

    @Option(names = "--group", paramLabel = "ID", description = "Its workspace or project there.")
    private @Nullable String group;

    KeysCreateCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        ObjectNode body = key.body(api);
        if (providerLimit != null) {
            body.set("provider_limit", limit.body(providerLimit));
        }
        Bodies.put(body, "expires_at", expires);
        Bodies.put(body, "group", group);
        return api.post(Api.path("keys", "create"), body);
    }
}
