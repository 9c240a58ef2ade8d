package io.leasehold.cli.members;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

@Command(name = "set-role", description = "Change a member's role.", mixinStandardHelpOptions = true)
final class MembersSetRoleCommand extends MemberRoleCommand {
    MembersSetRoleCommand(Cli cli) {
        super(cli);
    }

    @Override
    JsonNode give(Api api, String user, String role, @Nullable String domain) {
        String query = new Query().with("domain", domain).toString();
        return api.patch(Api.path("members", user) + query, Bodies.body().put("role", role));
    }
}
