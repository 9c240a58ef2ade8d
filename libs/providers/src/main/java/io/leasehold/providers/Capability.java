package io.leasehold.providers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What a provider can be asked for through this library. The set is closed, so that what a provider lacks can be said
 * in words; a provider names only what it really answers.
 */
public enum Capability {
    /** Keys can be made by API, under a name that the caller gives. */
    CREATE_KEY("%s makes no keys by API. Make the key in its console and add it here."),
    /** A key can be made with an end of its own. */
    KEY_EXPIRY("%s gives keys that are made by API no end. Rotate the key here when it is due."),
    /** Keys can be listed, with id, name and hint. */
    LIST_KEYS("%s lists no keys by API. Look in its console for the keys there are, and add them here."),
    /** A key can be switched off and on again. */
    DISABLE_KEY("%s can't switch a key off. Disable it here, which stops its use through Leasehold, or revoke it."),
    /** A key can be ended for good by API; without it, revoking waits for a person. */
    REVOKE_KEY("%s ends no keys by API. Delete the key in its console; it is found dead here and then closed."),
    /** A key's state at the provider can be read by its id. */
    KEY_STATUS("%s does not tell a key's state. Verify the key here, which tries its secret."),
    /** The provider derives a key's id from its secret, so that binding one needs no confirmation. */
    TELLS_KEY_ID(
            "%s does not tell which of its keys a secret is. Confirm the key's id, or give it when adding the key."),
    /** Usage of an interval can be read: tokens, or requests at least. */
    USAGE("%s reports no usage. What passes the gateway is counted here; for the rest look in its console."),
    /** Usage can be read per key. */
    PER_KEY_USAGE("%s does not report usage by key. What passes the gateway is counted by key here."),
    /** Billed cost of an interval can be read. */
    COST("%s reports no cost. What passes the gateway is priced here; compare it with the invoice."),
    /** Billed cost can be read per key. */
    PER_KEY_COST("%s does not report cost by key. What passes the gateway is priced by key here."),
    /** A spend limit can be set on a single key at the provider. */
    KEY_LIMIT("%s has no spend limit per key. A limit set here holds for what passes the gateway."),
    /** What a key spent, and what is left of its limit, can be read by its id. */
    KEY_SPEND("%s does not tell what a key has spent. See its spend here, as the gateway counted it."),
    /** The workspaces or projects that keys belong to can be listed. */
    LIST_GROUPS("%s has no workspaces or projects to be listed by API. Look in its console."),
    /** Such a workspace or project can be made. */
    CREATE_GROUP("%s makes no workspaces or projects by API. Make one in its console."),
    /** What is left of a credit or quota can be read. */
    QUOTA("%s does not tell what credit is left. Look in its console, under billing.");

    private final String withoutIt;

    Capability(String withoutIt) {
        this.withoutIt = withoutIt;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What to do by hand at a provider that lacks it, in one or two sentences; for those that say nothing better. */
    public String withoutIt(String providerName) {
        return withoutIt.formatted(providerName);
    }
}
