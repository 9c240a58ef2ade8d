package io.leasehold.cli.login;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Http;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.Connection;
import io.leasehold.cli.config.ConfigFile;
import io.leasehold.cli.config.Setting;
import io.leasehold.cli.config.Settings;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.oauth.CredentialStore;
import io.leasehold.cli.oauth.Credentials;
import io.leasehold.cli.oauth.DeviceSignIn;
import io.leasehold.cli.oauth.IdentityProvider;
import io.leasehold.cli.oauth.SignIn;
import io.leasehold.cli.output.Column;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "login",
        description = {
            "Sign in by a browser, here or on another device.",
            "The address that is signed in at becomes the profile's."
        },
        mixinStandardHelpOptions = true)
public final class LoginCommand implements Callable<Integer> {
    private static final String OWN_CLIENT = "cli";

    @Mixin
    private Connection connection = new Connection();

    @ArgGroup
    private Way way = new Way();

    /** Instead of a browser. */
    static final class Way {
        @Option(names = "--with-token", description = "Take an access token from the standard input.")
        private boolean withToken;

        @Option(
                names = "--client-id",
                paramLabel = "ID",
                description = "For scripts: a client of its own; its secret comes from the standard input.")
        private @Nullable String clientId;
    }

    private final Cli cli;

    LoginCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() {
        Settings settings = connection.settings(cli.environment());
        try (Http http = cli.http().get()) {
            Credentials credentials = signIn(http, settings);
            // What nobody accepts is not kept.
            String name = new Api(http, settings.url(), credentials::accessToken, Optional.empty())
                    .get(Api.path("me"))
                    .path("username")
                    .asText();
            new CredentialStore(cli.environment(), settings.profile()).save(credentials);
            new ConfigFile(cli.environment())
                    .set(settings.profile(), Setting.URL, settings.url().toString());
            cli.terminal().err().println("Signed in at " + settings.url() + " as " + Column.harmless(name) + ".");
            cli.terminal().err().flush();
        }
        return ExitCode.DONE.number();
    }

    private Credentials signIn(Http http, Settings settings) {
        if (way.withToken) {
            String token = cli.terminal().secret("Access token:");
            return new Credentials(settings.url(), token, Optional.empty(), Optional.empty());
        }
        IdentityProvider provider = IdentityProvider.of(http, settings.url());
        if (way.clientId != null) {
            String secret = cli.terminal().secret("Secret of " + way.clientId + ":");
            return new SignIn(http, cli.clock()).client(settings.url(), provider, way.clientId, secret);
        }
        return new DeviceSignIn(cli.terminal(), cli.browser(), cli.pause(), cli.clock())
                .run(settings.url(), provider, OWN_CLIENT);
    }
}
