package io.leasehold.collector.account;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A provider account.
 *
 * @param endpoint where its provider is called; null for the usual address
 * @param credentialVersion the version of its admin credential; null where it has none
 */
public record Account(
        UUID workspaceId,
        UUID accountId,
        String provider,
        String name,
        @Nullable URI endpoint,
        String state,
        @Nullable Integer credentialVersion) {

    public boolean isActive() {
        return state.equals("active");
    }
}
