package io.leasehold.distribution.key;

import java.util.Locale;

/** Why no key could be chosen. */
public enum PoolEmptyReason {
    NONE("There is no key of provider '%s' in this workspace. Ask an admin to add one."),
    TAGS("No key of provider '%s' has these tags, or is in this pool. Ask for others, or ask an admin."),
    DISABLED("No key of provider '%s' is active. Ask an admin to enable one or to add another."),
    MODELS("No active key of provider '%s' is allowed for these models. Ask for others, or ask an admin."),
    DIRECT("No active key of provider '%s' may be handed out. Ask for mode gateway, or ask an admin."),
    DIRECT_STOPPED(
            "Every key of provider '%s' that may be handed out has nearly reached a limit, by what the provider reports."
                    + " Ask for mode gateway, wait for the limit's reset, or ask an admin."),
    EXHAUSTED("Every active key of provider '%s' has reached its spend limit. Wait for its reset, or ask an admin.");

    private final String detail;

    PoolEmptyReason(String detail) {
        this.detail = detail;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String detail(String provider) {
        return detail.formatted(provider);
    }
}
