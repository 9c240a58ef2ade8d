package io.leasehold.discovery;

import java.util.List;
import java.util.Map;

/** Looks through an environment. */
public final class EnvironmentVariables {
    private EnvironmentVariables() {}

    public static Findings find(Map<String, String> variables) {
        List<Finding> found = ProviderNames.VARIABLES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(known -> finding(known.getKey(), known.getValue(), variables.getOrDefault(known.getKey(), "")))
                .filter(finding -> ProviderNames.isPlausible(finding.secret()))
                .toList();
        return Findings.of(found);
    }

    private static Finding finding(String name, String provider, String secret) {
        return new Finding(ProviderNames.of(secret, provider), secret, List.of("variable " + name));
    }
}
