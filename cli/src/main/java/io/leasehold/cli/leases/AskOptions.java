package io.leasehold.cli.leases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.limits.RateOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is asked for; the answer says what was granted. */
public final class AskOptions {
    @Option(names = "--provider", paramLabel = "ID", required = true, description = "Whose keys, such as anthropic.")
    private String provider = "";

    @Option(names = "--mode", paramLabel = "MODE", description = "gateway, which is usual, or direct: the key itself.")
    private @Nullable String mode;

    @Option(
            names = "--spend-limit",
            paramLabel = "USD",
            description = "The most that it may ever cost; direct needs it.")
    private @Nullable String spendLimit;

    @Mixin
    private RateOptions rates = new RateOptions();

    @Option(names = "--domain", paramLabel = "NAME", description = "The domain that its traffic counts for.")
    private @Nullable String domain;

    @Option(names = "--user", paramLabel = "NAME", description = "The user that its traffic counts for.")
    private @Nullable String user;

    @Option(names = "--model", paramLabel = "MODEL", description = "The models that it may call; all where left out.")
    private List<String> models = List.of();

    @Option(names = "--tag", paramLabel = "TAG", description = "Tags that its keys must have.")
    private List<String> tags = List.of();

    @Option(names = "--pool", paramLabel = "NAME", description = "The pool that its keys are in.")
    private @Nullable String pool;

    @Option(names = "--name", paramLabel = "TEXT", description = "What the node calls it.")
    private @Nullable String name;

    public String provider() {
        return provider;
    }

    public ObjectNode body() {
        ObjectNode body = Bodies.body().put("provider", provider);
        Bodies.put(body, "mode", mode);
        Bodies.put(body, "spend_limit", spendLimit);
        rates.put(body);
        Bodies.put(body, "domain", domain);
        Bodies.put(body, "user", user);
        Bodies.put(body, "models", models);
        Bodies.put(body, "tags", tags);
        Bodies.put(body, "pool", pool);
        Bodies.put(body, "name", name);
        return body;
    }
}
