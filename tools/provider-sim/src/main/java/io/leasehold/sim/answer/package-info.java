/** Producing an answer token by token, and billing what was produced. */
@NullMarked
package io.leasehold.sim.answer;

import org.jspecify.annotations.NullMarked;
