package io.leasehold.cli.command;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Http;
import io.leasehold.cli.config.Settings;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.oauth.AccessTokens;
import io.leasehold.cli.oauth.CredentialStore;
import io.leasehold.cli.oauth.SignIn;
import io.leasehold.cli.output.Format;
import io.leasehold.cli.output.Printer;
import io.leasehold.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that calls the API. */
public abstract class ApiCommand implements Callable<Integer> {
    @Mixin
    private Connection connection = new Connection();

    protected final Cli cli;

    protected ApiCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public final Integer call() {
        Settings settings = connection.settings(cli.environment());
        try (Http http = cli.http().get()) {
            CredentialStore store = new CredentialStore(cli.environment(), settings.profile());
            AccessTokens tokens = new AccessTokens(settings, store, new SignIn(http, cli.clock()), cli.clock());
            Api api = new Api(http, settings.url(), tokens, settings.workspace());
            return run(api, printer(settings.output())).number();
        }
    }

    protected abstract ExitCode run(Api api, Printer printer);

    protected final Terminal terminal() {
        return cli.terminal();
    }

    private Printer printer(Format format) {
        boolean coloured =
                terminal().interactive() && cli.environment().find("NO_COLOR").isEmpty();
        return new Printer(terminal().out(), format, coloured);
    }
}
