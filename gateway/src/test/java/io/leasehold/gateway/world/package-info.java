/** What module tests stand on: the simulator, services that are faked over HTTP, and leases that work. */
@NullMarked
package io.leasehold.gateway.world;

import org.jspecify.annotations.NullMarked;
