package io.leasehold.providers.key;

/** How sure it is which of an account's keys a secret belongs to. */
public sealed interface KeyIdentity {

    /** The provider says so; nothing needs confirming. */
    record Told(String providerKeyId, String name) implements KeyIdentity {}

    /** The only live key whose hint fits; a person must confirm it before anything is revoked by it. */
    record Candidate(String providerKeyId, String name) implements KeyIdentity {}

    /**
     * No key, or more than one, fits.
     *
     * @param reason for people
     */
    record None(String reason) implements KeyIdentity {}
}
