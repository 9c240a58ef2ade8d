package io.leasehold.kit.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** That it migrates is seen by the tests on Kubernetes. */
class MigrationTest {
    @Test
    void whatIsNotSetIsNamed() {
        assertThatThrownBy(() -> Migration.flyway(Map.of("LEASEHOLD_DATABASE_URL", "jdbc:postgresql://pg/keys")))
                .hasMessage("LEASEHOLD_DATABASE_OWNER_USERNAME is not set.");
    }
}
