package io.leasehold.discovery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was found, and where that was not possible.
 *
 * @param found each secret once
 */
public record Findings(List<Finding> found, List<Trouble> troubles) {
    public static final Findings NONE = new Findings(List.of(), List.of());

    public Findings {
        found = merged(found);
        troubles = List.copyOf(troubles);
    }

    public static Findings of(List<Finding> found) {
        return new Findings(found, List.of());
    }

    public static Findings trouble(String source, String reason) {
        return new Findings(List.of(), List.of(new Trouble(source, reason)));
    }

    public Findings and(Findings others) {
        return new Findings(
                Stream.concat(found.stream(), others.found.stream()).toList(),
                Stream.concat(troubles.stream(), others.troubles.stream()).toList());
    }

    /** Whoever says whose it is first is believed. */
    private static List<Finding> merged(List<Finding> all) {
        Map<String, Finding> bySecret = new LinkedHashMap<>();
        for (Finding finding : all) {
            bySecret.merge(finding.secret(), finding, (first, again) -> {
                Set<String> sources = new LinkedHashSet<>(first.sources());
                sources.addAll(again.sources());
                return new Finding(first.provider(), first.secret(), new ArrayList<>(sources));
            });
        }
        return List.copyOf(bySecret.values());
    }
}
