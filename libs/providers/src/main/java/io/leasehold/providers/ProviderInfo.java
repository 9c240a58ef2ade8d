package io.leasehold.providers;

import java.net.URI;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What can be said of a provider without asking it.
 *
 * @param id in URLs, events and tables: lower case, digits and hyphens; never changes
 * @param displayName the name that people know
 * @param defaultBaseUrl the provider's own address, as in {@link Access#baseUrl()}
 * @param secretFormat what its secrets look like
 * @param capabilities what it can really be asked for through this library
 */
public record ProviderInfo(
        String id, String displayName, URI defaultBaseUrl, SecretFormat secretFormat, Set<Capability> capabilities) {

    public ProviderInfo {
        // In the order of the enum, whatever it is made from: what is shown and stored must not change by chance.
        EnumSet<Capability> ordered = EnumSet.noneOf(Capability.class);
        ordered.addAll(capabilities);
        capabilities = Collections.unmodifiableSet(ordered);
    }
}
