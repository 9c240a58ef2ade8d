package io.leasehold.ui;

import io.leasehold.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theCodeKeepsToTheArchitecture() {
        ArchitectureRules.check("io.leasehold.ui");
    }
}
