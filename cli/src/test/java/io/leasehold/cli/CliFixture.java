package io.leasehold.cli;

import io.leasehold.cli.api.Http;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.config.Environment;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs commands in a home of their own, on a clock that waiting moves. */
final class CliFixture {
    final Path home;
    final Map<String, String> variables = new HashMap<>();
    final List<Duration> pauses = new ArrayList<>();
    final List<URI> opened = new ArrayList<>();
    Instant now = Instant.parse("2026-11-25T00:00:00Z");

    CliFixture(Path home) {
        this.home = home;
    }

    CliFixture at(FakeServer server) {
        variables.put("LEASEHOLD_URL", server.url().toString());
        return this;
    }

    CliFixture withToken() {
        variables.put("LEASEHOLD_TOKEN", "token-1");
        return this;
    }

    int run(FakeTerminal terminal, String... arguments) {
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        Cli cli = new Cli(
                terminal,
                new Environment(variables, "Linux", home),
                Http::new,
                clock,
                time -> {
                    pauses.add(time);
                    now = now.plus(time);
                },
                opened::add);
        return Leasehold.run(cli, arguments);
    }
}
