package io.leasehold.cli.members;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

@Command(name = "add", description = "Give somebody a role, or invite them.", mixinStandardHelpOptions = true)
final class MembersAddCommand extends MemberRoleCommand {
    MembersAddCommand(Cli cli) {
        super(cli);
    }

    @Override
    JsonNode give(Api api, String user, String role, @Nullable String domain) {
        ObjectNode body = Bodies.body().put("user", user).put("role", role);
        Bodies.put(body, "domain", domain);
        return api.post(Api.path("members"), body);
    }
}
