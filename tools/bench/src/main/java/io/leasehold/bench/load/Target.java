package io.leasehold.bench.load;

import java.net.URI;

/**
 * Who is asked.
 *
 * @param title as the tables call it
 * @param baseUrl what an Anthropic client would be given
 * @param credential a provider's key or a lease token
 */
public record Target(String title, URI baseUrl, String credential) {
    /** Without the credential. */
    @Override
    public String toString() {
        return title + " at " + baseUrl;
    }
}
