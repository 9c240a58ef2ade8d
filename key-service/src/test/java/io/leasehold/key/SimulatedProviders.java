package io.leasehold.key;

import io.leasehold.sim.Options;
import io.leasehold.sim.ProviderSim;
import io.leasehold.test.Servers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** A simulator of its own for this run, with the service's providers pointed at it. */
public final class SimulatedProviders implements QuarkusTestResourceLifecycleManager {
    static final String URL = "leasehold.test.simulator.url";
    /** Any 32 bytes; the sealed store's tests use it too. */
    public static final String MASTER_KEY = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    private ProviderSim simulator;

    @Override
    public Map<String, String> start() {
        simulator = ProviderSim.start(Options.onAnyPort());
        System.setProperty(URL, simulator.url());
        Map<String, String> config = new HashMap<>();
        config.put("leasehold.providers.anthropic.base-url", simulator.url() + "/anthropic");
        config.put("leasehold.providers.openrouter.base-url", simulator.url() + "/openrouter");
        config.put("leasehold.providers.openai.base-url", simulator.url() + "/openai");
        // Tests mend what they broke, and wait.
        config.put("leasehold.provider-calls.breaker-open-for", "500ms");
        // Between tries nothing is proved but that time passes.
        config.put("leasehold.provider-calls.first-delay", "20ms");
        config.put("leasehold.secrets.master-key", MASTER_KEY);
        config.put("leasehold.revocation.first-wait", "50ms");
        config.put("leasehold.rotation.first-wait", "50ms");
        config.put("leasehold.revocation.sweep-interval", "1s");
        config.put("leasehold.rotation.sweep-interval", "1s");
        if (Servers.addresses().vault() == null) {
            // Where no Vault can be had, the service is tested on the sealed store.
            config.put("leasehold.secrets.store", "sealed");
        }
        return config;
    }

    @Override
    public void stop() {
        simulator.close();
    }
}
