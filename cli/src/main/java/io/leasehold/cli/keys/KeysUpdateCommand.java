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
        name = "update",
        description = "Change what is said of a key; models and tags are replaced as a whole.",
        mixinStandardHelpOptions = true)
final class KeysUpdateCommand extends ItemCommand {
    @Mixin
    private KeyOptions key = new KeyOptions();

    @Option(names = "--name", paramLabel = "NAME", description = "What people will call it.")
    private @Nullable String name;

    @Mixin
    private KeyTraits traits = new KeyTraits();

    @Mixin
    private DirectOptions direct = new DirectOptions();

    KeysUpdateCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        ObjectNode body = Bodies.body();
        Bodies.put(body, "name", name);
        traits.put(body);
        direct.put(body);
        return api.patch(key.path(), Bodies.notEmpty(body));
    }
}
