package io.leasehold.providers.signin;

import io.leasehold.providers.Secret;
import io.leasehold.providers.http.ProviderException;
import java.net.URI;
import java.time.Duration;

/** Signs a user in by a code that is typed in elsewhere. Calls block. */
public interface DeviceSignIn {

    /** Where users of this provider sign in, unless it is one of their own. */
    URI defaultBaseUrl();

    /**
     * Begins a sign-in.
     *
     * @throws ProviderException when that failed; {@code BAD_REQUEST} where the application is not set up right
     */
    DeviceCode start(SignInApp app);

    /**
     * Asks, once, whether the user has signed in. Never throws for what the provider answers.
     *
     * @param interval the one in force, which the provider may make longer
     */
    DevicePoll poll(SignInApp app, Secret deviceCode, Duration interval);
}
