package io.leasehold.collector.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How users sign in to GitHub. */
@ConfigMapping(prefix = "leasehold.sign-in.github")
interface SignInConfig {
    /** The id of the application that is registered at GitHub, with its device flow on; nobody can sign in without it. */
    Optional<String> clientId();

    /** Where users sign in, without a trailing slash; github.com unless it is an enterprise's own. */
    Optional<URI> baseUrl();

    /** What the token shall open, in GitHub's words. */
    @WithDefault("read:user")
    String scope();

    /** For how long a token waits here, sealed, while key-service does not take it. */
    @WithDefault("1h")
    Duration handOverWithin();

    /** How long a sign-in that came to nothing stays listed. */
    @WithDefault("168h")
    Duration keep();
}
