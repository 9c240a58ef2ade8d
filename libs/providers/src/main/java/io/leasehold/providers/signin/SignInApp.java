package io.leasehold.providers.signin;

import java.net.URI;

/**
 * The application that asks users to sign in, as it is registered at the provider.
 *
 * @param baseUrl where users sign in, without a trailing slash: {@code https://github.com}
 * @param scope what the token shall open, in the provider's words
 */
public record SignInApp(URI baseUrl, String clientId, String scope) {}
