package io.leasehold.providers;

import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be said of a provider without asking it.
 *
 * @param id in URLs, events and tables: lower case, digits and hyphens; never changes
 * @param displayName the name that people know
 * @param defaultBaseUrl the provider's own address, as in {@link Access#baseUrl()}
 * @param secretFormat what its secrets look like
 * @param capabilities what it can really be asked for through this library
 * @param manualSteps what to do by hand for what it lacks, where there is more to say than
 *     {@link Capability#withoutIt}: whole sentences that name the provider
 */
public record ProviderInfo(
        String id,
        String displayName,
        URI defaultBaseUrl,
        SecretFormat secretFormat,
        Set<Capability> capabilities,
        Map<Capability, String> manualSteps) {

    public ProviderInfo {
        // In the order of the enum, whatever it is made from: what is shown and stored must not change by chance.
        EnumSet<Capability> ordered = EnumSet.noneOf(Capability.class);
        ordered.addAll(capabilities);
        capabilities = Collections.unmodifiableSet(ordered);
        manualSteps = Map.copyOf(manualSteps);
        if (!Collections.disjoint(capabilities, manualSteps.keySet())) {
            throw new IllegalArgumentException("What " + displayName + " can do needs no manual step.");
        }
    }

    public ProviderInfo(
            String id,
            String displayName,
            URI defaultBaseUrl,
            SecretFormat secretFormat,
            Set<Capability> capabilities) {
        this(id, displayName, defaultBaseUrl, secretFormat, capabilities, Map.of());
    }

    /** Every capability there is, and for each one that is lacking what to do by hand. */
    public List<CapabilitySupport> capabilityMatrix() {
        return Arrays.stream(Capability.values()).map(this::support).toList();
    }

    private CapabilitySupport support(Capability capability) {
        if (capabilities.contains(capability)) {
            return new CapabilitySupport(capability, true, null);
        }
        String step = manualSteps.getOrDefault(capability, capability.withoutIt(displayName));
        return new CapabilitySupport(capability, false, step);
    }
}
