package io.leasehold.sim.answer;

import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.prompt.InferenceRequest;

/**
 * A call for inference that may be answered.
 *
 * @param startedAt epoch milliseconds
 */
public record InferenceCall(Exchange exchange, SimKey key, InferenceRequest request, long startedAt) {}
