package io.leasehold.providers.key;

/**
 * A workspace or project at a provider, as {@link ProviderKey#group()} names it.
 *
 * @param id the provider's own id
 * @param active whether keys of it work and can be made in it
 */
public record KeyGroup(String id, String name, boolean active) {}
