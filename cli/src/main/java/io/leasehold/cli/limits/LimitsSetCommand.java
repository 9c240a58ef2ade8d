package io.leasehold.cli.limits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.Confirmation;
import io.leasehold.cli.command.ItemCommand;
import io.leasehold.cli.failure.Failure;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "set",
        description = {
            "Set the limits of one scope; limits of spend that are not named are taken away.",
            "Rates stay as they are unless one is named: then those hold that are, and no others."
        },
        mixinStandardHelpOptions = true)
final class LimitsSetCommand extends ItemCommand {
    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Parameters(
            index = "2..*",
            arity = "0..*",
            paramLabel = "PERIOD=USD",
            description = "Such as day=5.00, month=100 or total=500; none takes all limits of spend away.")
    private Map<String, String> limits = new LinkedHashMap<>();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Whose days and months, such as Europe/Berlin; UTC where left out.")
    private @Nullable String zone;

    @Mixin
    private RateOptions rates = new RateOptions();

    @Option(names = "--no-rates", description = "Takes the limits of rates away.")
    private boolean noRates;

    @Mixin
    private Confirmation confirmation = new Confirmation();

    LimitsSetCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        if (limits.isEmpty()) {
            confirmation.ask(terminal(), "Spend will not be limited there any more.", "none");
        }
        if (noRates && rates.given()) {
            throw Failure.wrongUse("--no-rates takes away what the other options set: give either.");
        }
        ObjectNode body = Bodies.body();
        Limits.put(body, limits, zone);
        rates.put(body);
        if (noRates) {
            body.putObject("rates");
        }
        return api.put(scope.path(), body);
    }
}
