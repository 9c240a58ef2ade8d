package io.leasehold.gateway.hold;

import io.leasehold.contracts.hold.GrantAnswer;
import io.leasehold.contracts.hold.GrantRequest;
import io.leasehold.contracts.hold.RenewAnswer;
import io.leasehold.contracts.hold.RenewRequest;
import io.vertx.core.Future;

/** The keeper of all windows. A call that fails says nothing about what the arbiter did; amounts are cumulative for that. */
public interface Arbiter {
    Future<GrantAnswer> grant(GrantRequest request);

    Future<RenewAnswer> renew(RenewRequest request);
}
