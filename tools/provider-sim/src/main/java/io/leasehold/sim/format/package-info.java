/** JSON and CSV. */
@NullMarked
package io.leasehold.sim.format;

import org.jspecify.annotations.NullMarked;
