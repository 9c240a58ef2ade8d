package io.leasehold.providers.http;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Clients for tests of single providers: they do not wait, and it is always the same moment. */
public final class Clients {
    public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    /** One for all tests; its threads end with them. */
    public static final Vertx VERTX = Vertx.vertx();

    private Clients() {}

    /** One that calls this provider, which is on this machine, and nobody else who is. */
    public static ProviderClient unwaiting(FakeProvider provider) {
        return of(provider.url(), ClientSettings.defaults(), pause -> {});
    }

    static ProviderClient of(URI trusted, ClientSettings settings, ProviderClient.Pause pause) {
        return new ProviderClient(
                VERTX, new AddressRule(List.of(trusted)), settings, Clock.fixed(NOW, ZoneOffset.UTC), pause);
    }
}
