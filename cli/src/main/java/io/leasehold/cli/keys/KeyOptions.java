package io.leasehold.cli.keys;

import io.leasehold.cli.api.Api;
import java.util.stream.Stream;
import picocli.CommandLine.Parameters;

/** The key that a command is about. */
final class KeyOptions {
    @Parameters(paramLabel = "KEY", description = "Its name or id.")
    private String key = "";

    String name() {
        return key;
    }

    String path(String... verb) {
        return Api.path(Stream.concat(Stream.of("keys", key), Stream.of(verb)).toArray(String[]::new));
    }
}
