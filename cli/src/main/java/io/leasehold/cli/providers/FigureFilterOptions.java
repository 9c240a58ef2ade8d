package io.leasehold.cli.providers;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which of the figures that providers told a command is about. */
final class FigureFilterOptions {
    @Mixin
    private PastOptions past = new PastOptions();

    @Option(names = "--kind", paramLabel = "KIND", description = "Only cost, or only usage.")
    private @Nullable String kind;

    Query query(Api api) {
        return past.query(api).with("kind", kind);
    }
}
