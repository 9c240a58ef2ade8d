package io.leasehold.cli.members;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show one member.", mixinStandardHelpOptions = true)
final class MembersShowCommand extends ItemCommand {
    @Parameters(paramLabel = "MEMBER", description = "User name or id.")
    private String member = "";

    @Option(names = "--domain", paramLabel = "DOMAIN", description = "Their role there.")
    private @Nullable String domain;

    MembersShowCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.get(Api.path("members", member), new Query().with("domain", domain));
    }
}
