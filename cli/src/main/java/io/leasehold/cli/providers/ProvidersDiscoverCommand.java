package io.leasehold.cli.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.accounts.Accounts;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.Confirmation;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.failure.Failure;
import io.leasehold.cli.output.Printer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "discover",
        description = {
            "Look for providers' keys where the services run; on this machine it is: leasehold discover",
            "Nothing is added to the pool without --import. Exits with 3 where an import was refused."
        },
        mixinStandardHelpOptions = true)
final class ProvidersDiscoverCommand extends ApiCommand {
    @Option(names = "--import", paramLabel = "FINGERPRINT", description = "Add this one to the pool, after a yes.")
    private @Nullable String wanted;

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "The account that it belongs to; name or id.")
    private @Nullable String account;

    @Option(names = "--name", paramLabel = "NAME", description = "What people will call it.")
    private @Nullable String name;

    @Mixin
    private Confirmation confirmation = new Confirmation();

    ProvidersDiscoverCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        ObjectNode body = Bodies.body();
        if (wanted != null) {
            body.set("imports", imports(api, wanted));
        }
        List<JsonNode> keys = FoundKeys.of(api.post(Api.path("discovery", "runs"), body), terminal());
        printer.list(keys, FoundKeys.COLUMNS);
        return refused(keys) ? ExitCode.UNFINISHED : ExitCode.DONE;
    }

    private ArrayNode imports(Api api, String fingerprint) {
        if (account == null) {
            throw Failure.wrongUse("Say which account it belongs to: --account");
        }
        confirmation.ask(terminal(), "The key is added to the pool, and nodes may lease it.", fingerprint);
        ObjectNode key = Bodies.body()
                .put("fingerprint", fingerprint)
                .put("account_id", Accounts.find(api, account).path("id").asText());
        Bodies.put(key, "name", name);
        return Bodies.body().arrayNode().add(key);
    }

    private boolean refused(List<JsonNode> keys) {
        return wanted != null
                && keys.stream()
                        .filter(key -> key.path("fingerprint").asText().equals(wanted))
                        .allMatch(key -> key.path("result").asText().equals("refused"));
    }
}
