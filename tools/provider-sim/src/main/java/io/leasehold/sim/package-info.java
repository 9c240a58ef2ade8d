/** Simulated LLM providers in one process: what a client sees of them, and the bill they would send. */
@NullMarked
package io.leasehold.sim;

import org.jspecify.annotations.NullMarked;
