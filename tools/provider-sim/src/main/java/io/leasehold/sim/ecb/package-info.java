/** The European Central Bank, as far as it tells rates. */
@NullMarked
package io.leasehold.sim.ecb;

import org.jspecify.annotations.NullMarked;
