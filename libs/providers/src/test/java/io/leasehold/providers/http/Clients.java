package io.leasehold.providers.http;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Clients for tests of single providers: they do not wait, and it is always the same moment. */
public final class Clients {
    public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private Clients() {}

    public static ProviderClient unwaiting() {
        return new ProviderClient(ClientSettings.defaults(), Clock.fixed(NOW, ZoneOffset.UTC), pause -> {});
    }
}
