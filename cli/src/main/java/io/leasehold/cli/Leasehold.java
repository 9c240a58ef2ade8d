package io.leasehold.cli;

import io.leasehold.cli.accounts.AccountsCommand;
import io.leasehold.cli.audit.AuditCommand;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.Commands;
import io.leasehold.cli.command.Failures;
import io.leasehold.cli.domains.DomainsCommand;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.keys.KeysCommand;
import io.leasehold.cli.login.LoginCommand;
import io.leasehold.cli.login.LogoutCommand;
import io.leasehold.cli.members.MembersCommand;
import io.leasehold.cli.settings.ConfigCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code leasehold NOUN VERB}. */
@Command(
        name = "leasehold",
        description = "Leases LLM provider keys to machines, for a time and for an amount of money.",
        mixinStandardHelpOptions = true,
        version = "leasehold 0.1.0",
        subcommands = {
            LoginCommand.class,
            LogoutCommand.class,
            KeysCommand.class,
            AccountsCommand.class,
            DomainsCommand.class,
            MembersCommand.class,
            AuditCommand.class,
            ConfigCommand.class,
            KeygenCommand.class,
            CompletionCommand.class
        })
public final class Leasehold {
    private Leasehold() {}

    public static void main(String[] arguments) {
        System.exit(run(Cli.ofThisProcess(), arguments));
    }

    /** @return the exit code */
    public static int run(Cli cli, String... arguments) {
        return commandLine(cli).execute(arguments);
    }

    static CommandLine commandLine(Cli cli) {
        Failures failures = new Failures(cli.terminal().err());
        return new CommandLine(new Leasehold(), new Commands(cli))
                .setOut(cli.terminal().out())
                .setErr(cli.terminal().err())
                .setUsageHelpAutoWidth(false)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .setExitCodeExceptionMapper(exception -> ExitCode.FAILED.number())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
