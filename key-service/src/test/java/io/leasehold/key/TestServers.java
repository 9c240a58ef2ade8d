package io.leasehold.key;

import io.leasehold.test.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/** What every test of this service runs on; the annotations hold for all of them. */
@QuarkusTestResource(value = ServiceUnderTest.class, initArgs = @ResourceArg(name = "service", value = "key-service"))
@QuarkusTestResource(SimulatedProviders.class)
final class TestServers {
    private TestServers() {}
}
