package io.leasehold.localstack.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DependencyGraphTest {

    @Test
    void eachLevelNeedsOnlyEarlierOnes() {
        var declared = new LinkedHashMap<String, Set<String>>();
        declared.put("service", Set.of("keycloak", "kafka"));
        declared.put("keycloak", Set.of("postgresql"));
        declared.put("postgresql", Set.of());
        declared.put("kafka", Set.of());

        var graph = new DependencyGraph(declared);

        assertThat(graph.levels())
                .isEqualTo(List.of(List.of("postgresql", "kafka"), List.of("keycloak"), List.of("service")));
    }

    @Test
    void aDependencyThatRunsElsewhereIsLeftOut() {
        var graph = new DependencyGraph(Map.of("service", Set.of("postgresql")));

        assertThat(graph.dependencies("service")).isEmpty();
        assertThat(graph.levels()).isEqualTo(List.of(List.of("service")));
    }

    @Test
    void aCircleIsRefusedByName() {
        Map<String, Set<String>> circle = Map.of("a", Set.of("b"), "b", Set.of("a"), "c", Set.of());

        assertThatThrownBy(() -> new DependencyGraph(circle))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a")
                .hasMessageContaining("b")
                .hasMessageNotContaining("c,");
    }
}
