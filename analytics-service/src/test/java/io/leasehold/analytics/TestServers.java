package io.leasehold.analytics;

import io.leasehold.test.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/** Gives all tests of this module their servers; Quarkus finds it by its annotation. */
@QuarkusTestResource(
        value = ServiceUnderTest.class,
        initArgs = @ResourceArg(name = "service", value = "analytics-service"))
final class TestServers {
    private TestServers() {}
}
