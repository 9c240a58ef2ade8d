/** Google's Gemini API and API Keys API, simulated. */
@NullMarked
package io.leasehold.sim.google;

import org.jspecify.annotations.NullMarked;
