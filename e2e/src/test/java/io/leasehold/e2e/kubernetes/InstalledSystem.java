package io.leasehold.e2e.kubernetes;

import io.leasehold.demo.LocalSystem;
import io.leasehold.demo.client.Endpoints;
import io.leasehold.e2e.TestedSystem;
import io.leasehold.localstack.LocalStack;
import io.leasehold.localstack.settings.Port;
import io.leasehold.localstack.settings.Service;
import java.net.URI;
import java.util.List;

/** Leasehold as the chart has installed it. */
final class InstalledSystem extends TestedSystem {
    private InstalledSystem(LocalSystem local) {
        super(local);
    }

    /** @param outside the servers, and the simulated providers that run on this machine */
    static InstalledSystem in(Namespace namespace, LocalStack outside) {
        var endpoints = new Endpoints(
                outside.addresses().keycloak().issuer(),
                url(namespace, Service.KEY_SERVICE),
                url(namespace, Service.DISTRIBUTION_SERVICE),
                url(namespace, Service.USAGE_COLLECTOR),
                url(namespace, Service.ANALYTICS_SERVICE),
                url(namespace, Service.GATEWAY),
                outside.url(Port.PROVIDER_SIM),
                url(namespace, Service.ADMIN_UI));
        return new InstalledSystem(LocalSystem.at(outside.addresses().keycloak(), endpoints));
    }

    private static URI url(Namespace namespace, Service service) {
        return URI.create(namespace.nodeAddress(Release.NAME + "-" + service.id(), "http"));
    }

    /** One address: the Service chooses among the pods. */
    @Override
    public List<String> gateways(String provider) {
        return List.of(endpoints().gateway() + "/" + provider);
    }
}
