package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Printer;

/** Shows what a provider says of a secret; exits 1 where it is not accepted. */
abstract class KeyCheckCommand extends ApiCommand {
    KeyCheckCommand(Cli cli) {
        super(cli);
    }

    abstract JsonNode check(Api api);

    @Override
    protected final ExitCode run(Api api, Printer printer) {
        JsonNode check = check(api);
        printer.item(check);
        return isGood(check) ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** What the provider doesn't tell of a model speaks neither for nor against it. */
    private static boolean isGood(JsonNode check) {
        return check.path("result").asText().equals("valid")
                && check.path("models")
                        .valueStream()
                        .noneMatch(model -> model.path("result").asText().equals("not_available"));
    }
}
