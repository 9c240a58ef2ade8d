package io.leasehold.demo.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SceneTest {
    @Test
    void everySceneIsPlayedSometime() {
        Random random = new Random(1);
        Set<Scene> played = new HashSet<>();

        for (int i = 0; i < 1_000; i++) {
            played.add(Scene.pick(random));
        }

        assertThat(played).containsExactlyInAnyOrderElementsOf(Scene.ALL);
    }

    @Test
    void promptsDiffer() {
        Random random = new Random(1);
        Scene scene = Scene.ALL.getFirst();

        assertThat(scene.prompt(random)).isNotEqualTo(scene.prompt(random)).startsWith("[[out=");
    }
}
