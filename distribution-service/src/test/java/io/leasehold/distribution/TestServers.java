package io.leasehold.distribution;

import io.leasehold.test.Cluster;
import io.leasehold.test.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/** What every test of this service runs on; the annotation holds for all of them. */
@QuarkusTestResource(
        value = ServiceUnderTest.class,
        initArgs = @ResourceArg(name = "service", value = "distribution-service"))
@QuarkusTestResource(Cluster.class)
final class TestServers {
    private TestServers() {}
}
