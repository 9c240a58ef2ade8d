package io.leasehold.sim.answer;

import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.prompt.InferenceRequest;
import io.vertx.core.buffer.Buffer;

/**
 * A call for inference that may be answered.
 *
 * @param body that the request was read from
 * @param startedAt epoch milliseconds
 */
public record InferenceCall(Exchange exchange, SimKey key, InferenceRequest request, Buffer body, long startedAt) {}
