package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.command.Bodies;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be said of a key that is made, added or changed. */
final class KeyTraits {
    @Option(names = "--label", paramLabel = "TEXT", description = "What it is for.")
    private @Nullable String label;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "A model it may be used for; may be repeated, all where left out.")
    private List<String> models = new ArrayList<>();

    @Option(names = "--tag", paramLabel = "TAG", description = "A word to find it by; may be repeated.")
    private List<String> tags = new ArrayList<>();

    void put(ObjectNode body) {
        Bodies.put(body, "label", label);
        Bodies.put(body, "models", models);
        Bodies.put(body, "tags", tags);
    }
}
