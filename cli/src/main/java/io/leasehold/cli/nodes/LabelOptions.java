package io.leasehold.cli.nodes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** {@code --label name=value}, as often as there are labels. */
final class LabelOptions {
    @Option(names = "--label", paramLabel = "NAME=VALUE", description = "A word to find it by.")
    private Map<String, String> labels = new LinkedHashMap<>();

    void put(ObjectNode body) {
        if (!labels.isEmpty()) {
            ObjectNode all = body.putObject("labels");
            labels.forEach(all::put);
        }
    }
}
