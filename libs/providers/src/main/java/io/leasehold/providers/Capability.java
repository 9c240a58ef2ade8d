package io.leasehold.providers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What a provider can be asked for through this library. The set is closed, so that what a provider lacks can be said
 * in words; a provider names only what it really answers.
 */
public enum Capability {
    /** Keys can be made by API. */
    CREATE_KEY,
    /** Keys can be listed, with id, name and hint. */
    LIST_KEYS,
    /** A key can be switched off and on again. */
    DISABLE_KEY,
    /** A key can be ended for good by API; without it, revoking waits for a person. */
    REVOKE_KEY,
    /** A key's state at the provider can be read by its id. */
    KEY_STATUS,
    /** The provider derives a key's id from its secret, so that binding one needs no confirmation. */
    TELLS_KEY_ID,
    /** Token usage of an interval can be read. */
    USAGE,
    /** Token usage can be read per key. */
    PER_KEY_USAGE,
    /** Billed cost of an interval can be read. */
    COST,
    /** Billed cost can be read per key. */
    PER_KEY_COST,
    /** A spend limit can be set on a single key at the provider. */
    KEY_LIMIT,
    /** What is left of a credit or quota can be read. */
    QUOTA;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
