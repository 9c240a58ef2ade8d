package io.leasehold.collector;

import io.leasehold.test.Cluster;
import io.leasehold.test.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/** Gives all tests of this module their servers; Quarkus finds it by its annotations. */
@QuarkusTestResource(
        value = ServiceUnderTest.class,
        initArgs = @ResourceArg(name = "service", value = "usage-collector"))
@QuarkusTestResource(Cluster.class)
@QuarkusTestResource(FakeKeyService.class)
@QuarkusTestResource(SimulatorPort.class)
final class TestServers {
    private TestServers() {}
}
