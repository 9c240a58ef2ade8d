package io.leasehold.cli.keys;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.failure.Failure;
import io.leasehold.cli.output.Printer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bind",
        description = "Say which of the provider's keys a key is, so that it can be revoked there.",
        mixinStandardHelpOptions = true)
final class KeysBindCommand extends ApiCommand {
    @Parameters(index = "0", paramLabel = "KEY", description = "Its name or id.")
    private String key = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PROVIDER-KEY-ID",
            description =
                    "As the provider's console shows it; where left out, the one that the provider's hint points to.")
    private @Nullable String providerKeyId;

    @Option(names = "--yes", description = "Take the one that the hint points to without asking.")
    private boolean yes;

    KeysBindCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        String id = providerKeyId == null ? candidate(api) : providerKeyId;
        printer.item(api.post(Api.path("keys", key, "bind"), Bodies.body().put("provider_key_id", id)));
        return ExitCode.DONE;
    }

    private String candidate(Api api) {
        String candidate =
                api.get(Api.path("keys", key)).path("binding_candidate").asText("");
        if (candidate.isEmpty()) {
            throw Failure.wrongUse("There is no hint which of the provider's keys it is. Name its id.");
        }
        if (!yes) {
            terminal().confirm("It seems to be " + candidate + ". Type yes to bind it:", "yes");
        }
        return candidate;
    }
}
