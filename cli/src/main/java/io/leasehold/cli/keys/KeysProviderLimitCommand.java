package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "provider-limit",
        description = "Limit a key at its provider, apart from the limits that are kept here.",
        mixinStandardHelpOptions = true)
final class KeysProviderLimitCommand extends ItemCommand {
    @Mixin
    private KeyOptions key = new KeyOptions();

    @Parameters(index = "1", paramLabel = "USD", description = "Such as 50.00; none takes the limit away.")
    private String amount = "";

    @Mixin
    private ProviderLimitOptions limit = new ProviderLimitOptions();

    KeysProviderLimitCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.put(key.path("provider", "limit"), limit.body(amount));
    }
}
