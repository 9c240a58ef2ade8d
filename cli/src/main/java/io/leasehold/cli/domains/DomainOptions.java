package io.leasehold.cli.domains;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.command.Bodies;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be said of a domain. */
final class DomainOptions {
    @Option(
            names = "--capture",
            paramLabel = "LEVEL",
            description = "What is kept of its traffic: none, metadata or full.")
    private @Nullable String capture;

    @Option(names = "--tag", paramLabel = "TAG", description = "A word to find it by; may be repeated.")
    private List<String> tags = new ArrayList<>();

    ObjectNode body() {
        ObjectNode body = Bodies.body();
        Bodies.put(body, "capture", capture);
        Bodies.put(body, "tags", tags);
        return body;
    }
}
