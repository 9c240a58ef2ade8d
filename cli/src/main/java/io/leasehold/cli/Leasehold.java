package io.leasehold.cli;

import io.leasehold.cli.accounts.AccountsCommand;
import io.leasehold.cli.audit.AuditCommand;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.Commands;
import io.leasehold.cli.command.Failures;
import io.leasehold.cli.discover.DiscoverCommand;
import io.leasehold.cli.domains.DomainsCommand;
import io.leasehold.cli.exec.ExecCommand;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.github.GitHubCommand;
import io.leasehold.cli.keys.KeysCommand;
import io.leasehold.cli.leases.LeasesCommand;
import io.leasehold.cli.limits.LimitsCommand;
import io.leasehold.cli.login.LoginCommand;
import io.leasehold.cli.login.LogoutCommand;
import io.leasehold.cli.login.WhoamiCommand;
import io.leasehold.cli.members.MembersCommand;
import io.leasehold.cli.nodes.NodesCommand;
import io.leasehold.cli.prices.PricesCommand;
import io.leasehold.cli.providers.CostsCommand;
import io.leasehold.cli.providers.ProvidersCommand;
import io.leasehold.cli.providers.RefreshCommand;
import io.leasehold.cli.providers.UsageCommand;
import io.leasehold.cli.settings.ConfigCommand;
import io.leasehold.cli.tokens.TokensCommand;
import io.leasehold.cli.trial.TryCommand;
import io.leasehold.cli.workspaces.WorkspacesCommand;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code leasehold NOUN VERB}. */
@Command(
        name = "leasehold",
        description = "Leases LLM provider keys to machines, for a time and for an amount of money.",
        mixinStandardHelpOptions = true,
        version = "leasehold 0.1.0")
public final class Leasehold {
    private static final Map<String, Class<?>> COMMANDS = commands();

    private Leasehold() {}

    /** In the order of the help. */
    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("login", LoginCommand.class);
        commands.put("logout", LogoutCommand.class);
        commands.put("whoami", WhoamiCommand.class);
        commands.put("keys", KeysCommand.class);
        commands.put("accounts", AccountsCommand.class);
        commands.put("providers", ProvidersCommand.class);
        commands.put("usage", UsageCommand.class);
        commands.put("costs", CostsCommand.class);
        commands.put("refresh", RefreshCommand.class);
        commands.put("discover", DiscoverCommand.class);
        commands.put("github", GitHubCommand.class);
        commands.put("limits", LimitsCommand.class);
        commands.put("prices", PricesCommand.class);
        commands.put("nodes", NodesCommand.class);
        commands.put("leases", LeasesCommand.class);
        commands.put("exec", ExecCommand.class);
        commands.put("try", TryCommand.class);
        commands.put("workspaces", WorkspacesCommand.class);
        commands.put("domains", DomainsCommand.class);
        commands.put("members", MembersCommand.class);
        commands.put("tokens", TokensCommand.class);
        commands.put("audit", AuditCommand.class);
        commands.put("info", InfoCommand.class);
        commands.put("config", ConfigCommand.class);
        commands.put("keygen", KeygenCommand.class);
        commands.put("completion", CompletionCommand.class);
        return commands;
    }

    public static void main(String[] arguments) {
        System.exit(run(Cli.ofThisProcess(), arguments));
    }

    /** @return the exit code */
    public static int run(Cli cli, String... arguments) {
        return commandLine(cli, arguments).execute(arguments);
    }

    /**
     * Where the first argument is a command's name, with that command only, and where the second is a verb of it, with that
     * verb only: reading them all takes time at each start.
     */
    static CommandLine commandLine(Cli cli, String... arguments) {
        Failures failures = new Failures(cli.terminal().err());
        Commands commands = new Commands(cli);
        CommandLine root = new CommandLine(new Leasehold(), commands);
        boolean one = arguments.length > 0 && COMMANDS.containsKey(arguments[0]);
        COMMANDS.forEach((name, type) -> {
            if (!one || name.equals(arguments[0])) {
                root.addSubcommand(name, arguments.length > 1 ? commands.withOnly(arguments[1], name, type) : type);
            }
        });
        return root.setOut(cli.terminal().out())
                .setErr(cli.terminal().err())
                .setUsageHelpAutoWidth(false)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .setExitCodeExceptionMapper(exception -> ExitCode.FAILED.number())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
