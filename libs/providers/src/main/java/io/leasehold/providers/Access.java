package io.leasehold.providers;

import java.net.URI;

/**
 * Where a provider is called, and with what.
 *
 * @param baseUrl what comes before the provider's own paths, without a trailing slash: {@code https://api.anthropic.com}
 *     for {@code /v1/models}, {@code https://openrouter.ai} for {@code /api/v1/key}
 */
public record Access(URI baseUrl, Secret credential) {

    /** The same place with another credential. */
    public Access with(Secret other) {
        return new Access(baseUrl, other);
    }

    /**
     * Another of the provider's hosts, for providers that have several. Who calls the provider at an address of its own (a
     * simulator, a proxy) has all of it there.
     *
     * @param domain of the provider's own hosts
     */
    public Access atHost(String domain, URI other) {
        String host = baseUrl.getHost();
        return host != null && host.endsWith("." + domain) ? new Access(other, credential) : this;
    }
}
