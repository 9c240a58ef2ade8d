package io.leasehold.collector.signin;

import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.providers.Access;
import io.leasehold.providers.Provider;
import io.leasehold.providers.Providers;
import io.leasehold.providers.Secret;
import io.leasehold.providers.http.AddressRule;
import io.leasehold.providers.http.ClientSettings;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.http.RetryPolicy;
import io.leasehold.providers.key.KeyCheck;
import io.leasehold.providers.signin.DeviceCode;
import io.leasehold.providers.signin.DevicePoll;
import io.leasehold.providers.signin.DeviceSignIn;
import io.leasehold.providers.signin.SignInApp;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** GitHub, as it is asked on the way of a sign-in. A person waits, so that nothing is tried twice. */
@Singleton
class GitHub {
    static final String PROVIDER = "github-copilot";

    private static final ClientSettings SETTINGS = new ClientSettings(
            Duration.ofSeconds(5), Duration.ofSeconds(10), RetryPolicy.none(), "leasehold/usage-collector");

    private final Provider provider = Providers.load().get(PROVIDER);
    private final SignInConfig config;
    private final URI api;
    private final URI website;
    private final ProviderClient client;
    private final DeviceSignIn signIns;

    GitHub(Vertx vertx, Config settings, SignInConfig config, Clock clock) {
        this.config = config;
        this.api = settings.getOptionalValue("leasehold.providers." + PROVIDER + ".base-url", URI.class)
                .orElse(provider.defaultBaseUrl());
        // Where a provider's address is configured, users sign in there too, unless it is said otherwise.
        URI usual = api.equals(provider.defaultBaseUrl()) ? URI.create("https://github.com") : api;
        this.website = config.baseUrl().orElse(usual);
        this.client = new ProviderClient(vertx, new AddressRule(List.of(api, website)), SETTINGS, clock);
        this.signIns = provider.deviceSignIn(client).orElseThrow();
    }

    /** Whether anybody can sign in. */
    boolean isSetUp() {
        return config.clientId().isPresent();
    }

    /** @throws GitHubProblem where GitHub does not begin one */
    DeviceCode start() {
        try {
            return signIns.start(app());
        } catch (ProviderException failure) {
            throw new GitHubProblem(failure);
        }
    }

    DevicePoll poll(Secret deviceCode, Duration interval) {
        return signIns.poll(app(), deviceCode, interval);
    }

    /** Whose token it is, and whether it is good for anything. */
    KeyCheck check(@Nullable URI endpoint, Secret token) {
        return provider.keyAdmin(client).check(new Access(endpoint == null ? api : endpoint, token));
    }

    private SignInApp app() {
        String clientId = config.clientId()
                .orElseThrow(() -> new ConflictProblem(
                        ProblemType.WRONG_STATE,
                        "Signing in to GitHub is not set up. An operator has to register an OAuth app with the device flow at"
                                + " GitHub and set leasehold.sign-in.github.client-id."));
        return new SignInApp(website, clientId, config.scope());
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
