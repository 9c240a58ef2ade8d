package io.leasehold.cli.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Http;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.Connection;
import io.leasehold.cli.config.ConfigFile;
import io.leasehold.cli.config.Setting;
import io.leasehold.cli.config.Settings;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.oauth.CredentialStore;
import io.leasehold.cli.oauth.Credentials;
import io.leasehold.cli.output.Column;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "enrol",
        description = {
            "Come in as a node with an enrolment token, which comes from the standard input and is used up.",
            "The profile is signed in as that node from then on."
        },
        mixinStandardHelpOptions = true)
final class NodesEnrolCommand implements Callable<Integer> {
    @Mixin
    private Connection connection = new Connection();

    @Parameters(paramLabel = "NAME", description = "What the node is called.")
    private String name = "";

    @Mixin
    private LabelOptions labels = new LabelOptions();

    private final Cli cli;

    NodesEnrolCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() {
        Settings settings = connection.settings(cli.environment());
        ObjectNode body =
                Bodies.body().put("name", name).put("token", cli.terminal().secret("Enrolment token:"));
        labels.put(body);
        try (Http http = cli.http().get()) {
            JsonNode enrolled = new Api(http, settings.url(), () -> "", Optional.empty())
                    .postOpen(Api.path("nodes", "enrol"), body);
            String credential = enrolled.path("credential").asText();
            new CredentialStore(cli.environment(), settings.profile())
                    .save(new Credentials(settings.url(), credential, Optional.empty(), Optional.empty()));
            new ConfigFile(cli.environment())
                    .set(settings.profile(), Setting.URL, settings.url().toString());
            cli.terminal()
                    .err()
                    .println("Signed in at " + settings.url() + " as node "
                            + Column.harmless(enrolled.path("name").asText()) + " ("
                            + Column.harmless(enrolled.path("node_id").asText()) + ").");
            cli.terminal().err().flush();
        }
        return ExitCode.DONE.number();
    }
}
