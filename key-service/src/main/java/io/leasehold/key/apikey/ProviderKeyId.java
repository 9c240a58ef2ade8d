package io.leasehold.key.apikey;

/** What may be a provider's own id of a key. It stands in paths of the provider's API, where a dot or two mean another place. */
public final class ProviderKeyId {
    public static final String PATTERN = "(?!\\.{1,2}$)[!-~]{1,200}";
    public static final String MESSAGE = "must be 1 to 200 characters without spaces, as the provider shows it";

    private ProviderKeyId() {}
}
