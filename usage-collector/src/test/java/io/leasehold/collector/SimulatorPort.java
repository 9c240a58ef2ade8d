package io.leasehold.collector;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Where this run's simulators will be. The service must know it from its start, else it would not call this machine. */
public final class SimulatorPort implements QuarkusTestResourceLifecycleManager {
    private static final String PORT = "leasehold.test.simulator.port";

    public static int get() {
        return Integer.getInteger(PORT, 0);
    }

    @Override
    public Map<String, String> start() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.setProperty(PORT, Integer.toString(free.getLocalPort()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        String url = "http://127.0.0.1:" + get();
        return Map.of(
                "leasehold.providers.anthropic.base-url",
                url + "/anthropic",
                "leasehold.providers.google.base-url",
                url + "/google",
                "leasehold.providers.openai.base-url",
                url + "/openai",
                "leasehold.providers.openrouter.base-url",
                url + "/openrouter",
                "leasehold.providers.mistral.base-url",
                url + "/mistral",
                "leasehold.providers.github-copilot.base-url",
                url + "/github-copilot",
                "leasehold.collector.exchange-rates.address",
                url + "/ecb/stats/eurofxref/eurofxref-hist-90d.xml",
                "leasehold.collector.exchange-rates.fixed.XTS",
                "0.25",
                "leasehold.sign-in.github.client-id",
                "Iv1.test");
    }

    @Override
    public void stop() {
        System.clearProperty(PORT);
    }
}
