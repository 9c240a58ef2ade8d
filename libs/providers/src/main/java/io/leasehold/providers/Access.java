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
}
