package io.leasehold.cli.login;

import io.leasehold.cli.api.Http;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.Connection;
import io.leasehold.cli.config.Settings;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.failure.Failure;
import io.leasehold.cli.oauth.CredentialStore;
import io.leasehold.cli.oauth.Credentials;
import io.leasehold.cli.oauth.SignIn;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "logout",
        description = "End the sign-in, here and at the identity provider.",
        mixinStandardHelpOptions = true)
public final class LogoutCommand implements Callable<Integer> {
    @Mixin
    private Connection connection = new Connection();

    private final Cli cli;

    LogoutCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() {
        Settings settings = connection.settings(cli.environment());
        CredentialStore store = new CredentialStore(cli.environment(), settings.profile());
        Optional<Credentials> credentials = store.find();
        // Deleted whatever the provider says: who signs out wants nothing left here.
        store.delete();
        credentials.flatMap(Credentials::renewal).ifPresent(this::revoke);
        cli.terminal().err().println(credentials.isPresent() ? "Signed out." : "Nobody was signed in.");
        cli.terminal().err().flush();
        return ExitCode.DONE.number();
    }

    private void revoke(Credentials.Renewal renewal) {
        try (Http http = cli.http().get()) {
            new SignIn(http, cli.clock()).revoke(renewal);
        } catch (Failure failure) {
            throw Failure.unfinished("The tokens are deleted here, but the identity provider did not end the session: "
                    + failure.getMessage());
        }
    }
}
