package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.accounts.Accounts;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Printer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description = "Add a key. Its secret is asked for, or read from the standard input.",
        mixinStandardHelpOptions = true)
final class KeysAddCommand extends ApiCommand {
    @Parameters(paramLabel = "NAME", description = "What people will call it.")
    private String name = "";

    @Option(
            names = "--account",
            required = true,
            paramLabel = "ACCOUNT",
            description = "Name or id of the provider account that it belongs to.")
    private String account = "";

    @Option(
            names = "--provider-key-id",
            paramLabel = "ID",
            description = "The provider's own id, where the provider does not tell it.")
    private @Nullable String providerKeyId;

    @Option(names = "--model", paramLabel = "MODEL", description = "A model it may be used for; all where left out.")
    private List<String> models = new ArrayList<>();

    @Option(names = "--tag", paramLabel = "TAG", description = "A word to find it by.")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--limit", paramLabel = "PERIOD=USD", description = "Such as day=5.00, month=100 or total=500.")
    private Map<String, String> limits = new LinkedHashMap<>();

    @Option(names = "--no-verify", description = "Don't ask the provider whether it accepts the key.")
    private boolean unverified;

    KeysAddCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        String accountId = Accounts.find(api, account).path("id").asText();
        ObjectNode body = Bodies.body();
        body.put("account_id", accountId).put("name", name);
        Bodies.put(body, "provider_key_id", providerKeyId);
        Bodies.put(body, "models", models);
        Bodies.put(body, "tags", tags);
        if (!limits.isEmpty()) {
            var array = body.putArray("limits");
            limits.forEach(
                    (period, amount) -> array.addObject().put("period", period).put("amount", amount));
        }
        if (unverified) {
            body.put("verify", false);
        }
        body.put("secret", terminal().secret("Secret of the key:"));
        printer.item(api.post(Api.path("keys"), body));
        return ExitCode.DONE;
    }
}
