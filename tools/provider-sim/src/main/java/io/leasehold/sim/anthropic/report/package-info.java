/** Anthropic's usage and cost reports. */
@NullMarked
package io.leasehold.sim.anthropic.report;

import org.jspecify.annotations.NullMarked;
