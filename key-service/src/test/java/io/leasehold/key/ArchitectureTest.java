package io.leasehold.key;

import io.leasehold.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theServiceKeepsTheRules() {
        ArchitectureRules.check("io.leasehold.key");
    }
}
