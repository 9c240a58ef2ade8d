package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.command.Bodies;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a limit at the provider is meant. */
final class ProviderLimitOptions {
    private static final String NONE = "none";

    @Option(
            names = "--reset",
            paramLabel = "PERIOD",
            description = "When the provider begins to count anew: daily, weekly or monthly; never where left out.")
    private @Nullable String reset;

    /** @param amount {@code none} for no limit */
    ObjectNode body(String amount) {
        ObjectNode body = Bodies.body();
        Bodies.put(body, "amount", amount.equals(NONE) ? null : amount);
        Bodies.put(body, "reset", reset);
        return body;
    }
}
