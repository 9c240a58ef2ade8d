package io.leasehold.gateway.hold;

import io.leasehold.contracts.hold.GrantAnswer;
import io.leasehold.contracts.hold.GrantRequest;
import io.leasehold.contracts.hold.RenewAnswer;
import io.leasehold.contracts.hold.RenewRequest;
import io.leasehold.gateway.call.ServiceClient;
import io.leasehold.gateway.call.ServicesConfig;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.net.URI;

/** The arbiter in distribution-service. */
@Singleton
class ArbiterClient implements Arbiter {
    private final ServiceClient client;
    private final URI service;

    ArbiterClient(ServiceClient client, ServicesConfig services) {
        this.client = client;
        this.service = services.distributionService().url();
    }

    @Override
    public Future<GrantAnswer> grant(GrantRequest request) {
        return client.post(service, "/internal/v1/holds/grant", request, GrantAnswer.class);
    }

    @Override
    public Future<RenewAnswer> renew(RenewRequest request) {
        return client.post(service, "/internal/v1/holds/renew", request, RenewAnswer.class);
    }
}
