package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is done to a key by one word, with a reason for the audit log. */
abstract class KeyActCommand extends ItemCommand {
    @Mixin
    private KeyOptions key = new KeyOptions();

    @Option(names = "--reason", paramLabel = "TEXT", description = "For the audit log.")
    private @Nullable String reason;

    private final String act;

    KeyActCommand(Cli cli, String act) {
        super(cli);
        this.act = act;
    }

    /** Refuses to go on where a person has second thoughts. */
    void confirm(String name) {}

    /** Whether it is done at the provider, too. */
    boolean atProvider() {
        return false;
    }

    @Override
    protected final JsonNode ask(Api api) {
        confirm(key.name());
        if (atProvider()) {
            return api.post(key.path("provider", act), Bodies.body());
        }
        ObjectNode body = Bodies.body();
        Bodies.put(body, "reason", reason);
        return api.post(key.path(act), body);
    }
}
