package io.leasehold.gateway;

import io.leasehold.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theGatewayKeepsToTheRules() {
        ArchitectureRules.check("io.leasehold.gateway");
    }
}
