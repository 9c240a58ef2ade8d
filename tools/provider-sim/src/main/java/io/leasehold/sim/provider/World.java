package io.leasehold.sim.provider;

import io.leasehold.sim.fault.Faults;
import io.leasehold.sim.group.Groups;
import io.leasehold.sim.http.Serial;
import io.leasehold.sim.key.KeyRing;
import io.leasehold.sim.ledger.Ledger;
import io.leasehold.sim.ledger.PriceTable;
import io.leasehold.sim.time.SimClock;
import io.vertx.core.Vertx;

/** What all simulated providers share: there is one of each per process. */
public record World(
        Vertx vertx,
        SimClock clock,
        KeyRing keys,
        Groups groups,
        Ledger ledger,
        Faults faults,
        PriceTable prices,
        Serial serial) {}
