package io.leasehold.key;

import io.leasehold.test.CommittedOpenApi;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {
    @Test
    void theCommittedDescriptionIsWhatTheServiceOffers() {
        CommittedOpenApi.check();
    }
}
