package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "verify",
        description = "Ask the provider whether it accepts the key; exits 1 when it does not.",
        mixinStandardHelpOptions = true)
final class KeysVerifyCommand extends KeyCheckCommand {
    @Mixin
    private KeyOptions key = new KeyOptions();

    KeysVerifyCommand(Cli cli) {
        super(cli);
    }

    @Override
    JsonNode check(Api api) {
        return api.post(key.path("verify"), Bodies.body());
    }
}
