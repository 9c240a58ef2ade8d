package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Column;
import io.leasehold.cli.output.Printer;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "verify-all",
        description = "Ask the providers about many keys; exits 3 when not all of them are accepted.",
        mixinStandardHelpOptions = true)
final class KeysVerifyAllCommand extends ApiCommand {
    @Mixin
    private KeyFilterOptions filter = new KeyFilterOptions();

    KeysVerifyAllCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        List<JsonNode> checks = ManyKeys.post(api, Api.path("keys", "verify"), filter.query(api), Bodies.body());
        printer.list(checks, List.of(Column.of("name"), Column.of("result"), Column.of("message"), Column.of("id")));
        boolean allValid =
                checks.stream().allMatch(check -> check.path("result").asText().equals("valid"));
        return allValid ? ExitCode.DONE : ExitCode.UNFINISHED;
    }
}
