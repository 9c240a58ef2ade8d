/** GitHub as far as Copilot goes: signing in by device flow, users, quotas, seats and bills. There is no inference. */
@NullMarked
package io.leasehold.sim.github;

import org.jspecify.annotations.NullMarked;
