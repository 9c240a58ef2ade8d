package io.leasehold.localstack.component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who needs whom. A dependency that is not in the graph itself runs elsewhere and is left out. */
final class DependencyGraph {
    private final Map<String, Set<String>> dependencies = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when components need each other in a circle, naming them */
    DependencyGraph(Map<String, Set<String>> declared) {
        declared.forEach((name, needed) -> {
            var known = new LinkedHashSet<>(needed);
            known.retainAll(declared.keySet());
            dependencies.put(name, known);
        });
        levels();
    }

    Set<String> dependencies(String name) {
        return dependencies.getOrDefault(name, Set.of());
    }

    /** Names such that each level needs only earlier ones; reversed, the order to stop in. */
    List<List<String>> levels() {
        var levels = new ArrayList<List<String>>();
        var placed = new LinkedHashSet<String>();
        while (placed.size() < dependencies.size()) {
            List<String> level = dependencies.keySet().stream()
                    .filter(name -> !placed.contains(name) && placed.containsAll(dependencies(name)))
                    .toList();
            if (level.isEmpty()) {
                var circle = new LinkedHashSet<>(dependencies.keySet());
                circle.removeAll(placed);
                throw new IllegalArgumentException("components need each other in a circle: " + circle);
            }
            levels.add(level);
            placed.addAll(level);
        }
        return levels;
    }
}
