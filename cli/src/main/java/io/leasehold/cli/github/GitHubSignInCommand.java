package io.leasehold.cli.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.accounts.Accounts;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Column;
import io.leasehold.cli.output.Printer;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "sign-in",
        description = {
            "Have a user sign in to GitHub for a Copilot account: shows an address and a code, and waits.",
            "Stopped, it goes on by itself. Exits with 3 where nobody signed in."
        },
        mixinStandardHelpOptions = true)
final class GitHubSignInCommand extends ApiCommand {
    private static final long USUAL_INTERVAL = 5;

    @Parameters(paramLabel = "ACCOUNT", description = "Its name or id.")
    private String account = "";

    GitHubSignInCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        String accountId = Accounts.find(api, account).path("id").asText();
        JsonNode signIn =
                api.post(Api.path("auth", "github", "device"), Bodies.body().put("account_id", accountId));
        invite(signIn);
        while (SignIns.isOpen(signIn)) {
            cli.pause().pause(Duration.ofSeconds(signIn.path("interval").asLong(USUAL_INTERVAL)));
            signIn = SignIns.poll(api, signIn.path("id").asText());
        }
        printer.item(signIn);
        return SignIns.state(signIn).equals("signed_in") ? ExitCode.DONE : ExitCode.UNFINISHED;
    }

    private void invite(JsonNode signIn) {
        terminal()
                .err()
                .println("Open "
                        + Column.harmless(signIn.path("verification_uri").asText()));
        terminal()
                .err()
                .println("and enter the code "
                        + Column.harmless(signIn.path("user_code").asText()));
        terminal().err().flush();
    }
}
