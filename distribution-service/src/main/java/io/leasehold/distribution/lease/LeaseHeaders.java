package io.leasehold.distribution.lease;

import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says in headers which lease an answer is about and when it ends, for those who don't read bodies. */
class LeaseHeaders {
    static final String LEASE_ID = "leasehold-lease-id";
    static final String EXPIRE_TIME = "leasehold-lease-expire-time";

    @ServerResponseFilter
    public void add(ContainerResponseContext response) {
        if (response.getEntity() instanceof LeaseAnswer lease) {
            response.getHeaders().putSingle(LEASE_ID, lease.leaseId().toString());
            if (lease.expireTime() != null) {
                response.getHeaders().putSingle(EXPIRE_TIME, lease.expireTime().toString());
            }
        }
    }
}
