package io.leasehold.bench.process;

import io.leasehold.localstack.StackAddresses;
import io.leasehold.localstack.settings.StackHome;
import java.io.IOException;
import java.nio.file.Files;

/** The real servers that a benchmark starts services of its own beside. */
public final class RunningServers {
    private RunningServers() {}

    /** @throws IllegalStateException when none run */
    public static StackAddresses find(StackHome home) throws IOException {
        var named = StackAddresses.fromEnvironment();
        if (named.isPresent()) {
            return named.get();
        }
        if (!Files.exists(home.addresses())) {
            throw new IllegalStateException("No servers run. Start them first: ./leasehold up --detach");
        }
        return StackAddresses.load(home.addresses());
    }
}
