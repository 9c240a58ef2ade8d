package io.leasehold.cli.prices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "set",
        description = {
            "Set a price for the workspace; what is not named stays as the price book has it.",
            "What was requested before keeps its cost until history is priced again (prices reprice)."
        },
        mixinStandardHelpOptions = true)
final class PricesSetCommand extends ItemCommand {
    @Parameters(index = "0", paramLabel = "PROVIDER", description = "Such as anthropic.")
    private String provider = "";

    @Parameters(
            index = "1",
            paramLabel = "MODEL",
            description = "A model's name, or a pattern such as 'claude-opus-*'.")
    private String model = "";

    @Parameters(
            index = "2..*",
            arity = "1..*",
            paramLabel = "CLASS=USD",
            description =
                    "Per million tokens: input, cache_read, cache_write5m, cache_write1h, output, reasoning, audio_in, audio_out, image; per thousand: web_search.")
    private Map<String, String> prices = new LinkedHashMap<>();

    @Option(names = "--tier", paramLabel = "TIER", description = "Only that service tier, such as batch.")
    private @Nullable String tier;

    @Option(names = "--from", paramLabel = "TIME", description = "From when on; at once where left out.")
    private @Nullable String from;

    @Option(names = "--until", paramLabel = "TIME", description = "Until when; for good where left out.")
    private @Nullable String until;

    @Option(names = "--note", paramLabel = "WORDS", description = "What it rests on.")
    private @Nullable String note;

    @Option(names = "--replace", paramLabel = "ID", description = "In the place of that one.")
    private @Nullable String replaced;

    PricesSetCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        ObjectNode body = Bodies.body().put("provider", provider).put("model", model);
        Bodies.put(body, "service_tier", tier);
        Bodies.put(body, "valid_from", from);
        Bodies.put(body, "valid_until", until);
        Bodies.put(body, "note", note);
        ObjectNode named = body.putObject("prices");
        prices.forEach(named::put);
        return replaced == null
                ? api.post(Api.path("prices", "overrides"), body)
                : api.put(Api.path("prices", "overrides", replaced), body);
    }
}
