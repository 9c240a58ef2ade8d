package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.accounts.Accounts;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.limits.Limits;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is said of a key that comes into the pool. */
final class NewKeyOptions {
    @Parameters(paramLabel = "NAME", description = "What people will call it.")
    private String name = "";

    @Option(
            names = "--account",
            required = true,
            paramLabel = "ACCOUNT",
            description = "Name or id of the provider account that it belongs to.")
    private String account = "";

    @Option(names = "--limit", paramLabel = "PERIOD=USD", description = "Such as day=5.00, month=100 or total=500.")
    private Map<String, String> limits = new LinkedHashMap<>();

    @Mixin
    private KeyTraits traits = new KeyTraits();

    ObjectNode body(Api api) {
        String accountId = Accounts.find(api, account).path("id").asText();
        ObjectNode body = Bodies.body().put("account_id", accountId).put("name", name);
        traits.put(body);
        if (!limits.isEmpty()) {
            Limits.put(body, limits, null);
        }
        return body;
    }
}
