package io.leasehold.cli.accounts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Printer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description = "Add a provider account. Its admin credential is asked for, or read from the standard input.",
        mixinStandardHelpOptions = true)
final class AccountsAddCommand extends ApiCommand {
    @Parameters(paramLabel = "NAME", description = "What people will call it.")
    private String name = "";

    @Option(names = "--provider", required = true, paramLabel = "ID", description = "Such as anthropic.")
    private String provider = "";

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "A public https address; the provider's own where left out.")
    private @Nullable String endpoint;

    @Option(
            names = "--no-credential",
            description = "Without an admin credential: its keys can be used, but not bound or revoked.")
    private boolean withoutCredential;

    AccountsAddCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        ObjectNode body = Bodies.body().put("provider", provider).put("name", name);
        Bodies.put(body, "endpoint", endpoint);
        if (!withoutCredential) {
            body.put("admin_credential", terminal().secret("Admin credential:"));
        }
        printer.item(api.post(Api.path("provider-accounts"), body));
        return ExitCode.DONE;
    }
}
