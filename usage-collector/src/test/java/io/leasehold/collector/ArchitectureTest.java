package io.leasehold.collector;

import io.leasehold.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theCodeKeepsTheRulesOfEveryService() {
        ArchitectureRules.check("io.leasehold.collector");
    }
}
