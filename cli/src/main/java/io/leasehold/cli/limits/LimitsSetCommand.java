package io.leasehold.cli.limits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.Confirmation;
import io.leasehold.cli.command.ItemCommand;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "set",
        description = "Set the limits of one scope; those that are not named are taken away.",
        mixinStandardHelpOptions = true)
final class LimitsSetCommand extends ItemCommand {
    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Parameters(
            index = "2..*",
            arity = "0..*",
            paramLabel = "PERIOD=USD",
            description = "Such as day=5.00, month=100 or total=500; none takes all limits away.")
    private Map<String, String> limits = new LinkedHashMap<>();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Whose days and months, such as Europe/Berlin; UTC where left out.")
    private @Nullable String zone;

    @Mixin
    private Confirmation confirmation = new Confirmation();

    LimitsSetCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        if (limits.isEmpty()) {
            confirmation.ask(terminal(), "Nothing will be limited there any more.", "none");
        }
        ObjectNode body = Bodies.body();
        Limits.put(body, limits, zone);
        return api.put(scope.path(), body);
    }
}
