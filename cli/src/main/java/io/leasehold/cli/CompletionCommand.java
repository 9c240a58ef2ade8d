package io.leasehold.cli;

import io.leasehold.cli.command.Cli;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "completion",
        description = "Print what makes a shell complete commands, such as for: source <(leasehold completion bash)",
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Runnable {
    /** Shells whose completion is known. */
    enum Shell {
        BASH,
        ZSH
    }

    /** One script serves both: in zsh it turns on the completion of bash by itself. */
    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private Shell shell = Shell.BASH;

    private final Cli cli;

    CompletionCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public void run() {
        String script = AutoComplete.bash("leasehold", Leasehold.commandLine(cli));
        cli.terminal().out().println((shell == Shell.ZSH ? "autoload -U +X compinit && compinit\n" : "") + script);
        cli.terminal().out().flush();
    }
}
