package io.leasehold.cli.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.failure.Failure;
import io.leasehold.cli.output.Printer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "create",
        description = {
            "Create an API token for a program.",
            "It is shown now and never again; a program of ours takes it from LEASEHOLD_TOKEN."
        },
        mixinStandardHelpOptions = true)
final class TokensCreateCommand extends ApiCommand {
    @Parameters(index = "0", paramLabel = "NAME", description = "What it is for, such as billing-export.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "ROLE", description = "viewer, operator or admin.")
    private String role = "";

    @Option(
            names = "--domain",
            paramLabel = "DOMAIN",
            description = "What it is for; the whole workspace where left out.")
    private @Nullable String domain;

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "How long it is good; until it is revoked where left out.")
    private @Nullable Integer days;

    TokensCreateCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        ObjectNode body = Bodies.body().put("name", name).put("role", role);
        Bodies.put(body, "domain", domain);
        if (days != null) {
            if (days < 1) {
                throw Failure.wrongUse("--days is at least 1.");
            }
            body.put(
                    "expires_at",
                    cli.clock().instant().plus(Duration.ofDays(days)).toString());
        }
        JsonNode created = api.post(Api.path("tokens"), body);
        printer.item(created);
        terminal().err().println("Keep the token now: it is not shown again.");
        terminal().err().flush();
        return ExitCode.DONE;
    }
}
