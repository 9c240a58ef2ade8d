package io.leasehold.cli.members;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a person a role. */
abstract class MemberRoleCommand extends ItemCommand {
    @Parameters(index = "0", paramLabel = "USER", description = "User name, e-mail of who is new, or id of a member.")
    private String user = "";

    @Parameters(index = "1", paramLabel = "ROLE", description = "viewer, operator or admin.")
    private String role = "";

    @Option(
            names = "--domain",
            paramLabel = "DOMAIN",
            description = "What the role is for; the whole workspace where left out.")
    private @Nullable String domain;

    MemberRoleCommand(Cli cli) {
        super(cli);
    }

    abstract JsonNode give(Api api, String user, String role, @Nullable String domain);

    @Override
    protected final JsonNode ask(Api api) {
        return give(api, user, role, domain);
    }
}
