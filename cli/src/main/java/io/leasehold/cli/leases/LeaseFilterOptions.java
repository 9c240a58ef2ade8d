package io.leasehold.cli.leases;

import io.leasehold.cli.api.Query;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which leases are meant. */
final class LeaseFilterOptions {
    @Option(names = "--state", paramLabel = "STATE", description = "Only in that state, such as active.")
    private @Nullable String state;

    @Option(names = "--node", paramLabel = "ID", description = "Only of that node.")
    private @Nullable String node;

    @Option(names = "--key", paramLabel = "ID", description = "Only with that key.")
    private @Nullable String key;

    @Option(names = "--provider", paramLabel = "ID", description = "Only for that provider.")
    private @Nullable String provider;

    Query query() {
        return new Query()
                .with("state", state)
                .with("node", node)
                .with("key", key)
                .with("provider", provider);
    }

    boolean isEmpty() {
        return state == null && node == null && key == null && provider == null;
    }
}
