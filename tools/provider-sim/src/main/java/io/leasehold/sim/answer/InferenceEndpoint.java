package io.leasehold.sim.answer;

import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.http.EventStream;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Guard;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.prompt.InferenceRequest;
import io.leasehold.sim.provider.World;
import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes one provider's calls for inference: reads the body, lets faults happen, and produces the answer, whole or
 * streamed.
 *
 * @param <E> the provider's errors
 */
public final class InferenceEndpoint<E extends RuntimeException> {
    private final World world;
    private final Guard guard;
    private final InferenceApi<E> api;

    public InferenceEndpoint(World world, Guard guard, InferenceApi<E> api) {
        this.world = world;
        this.guard = guard;
        this.api = api;
    }

    public void answer(Exchange exchange) {
        guard.withBody(exchange, body -> answer(exchange, body));
    }

    private void answer(Exchange exchange, Buffer body) {
        SimKey key = api.caller(exchange);
        Fault fault = world.faults().next(key);
        E ordered = api.ordered(fault).orElse(null);
        InferenceRequest request = api.read(exchange, body);
        if (ordered != null && !(request.stream() && fault.breaksStream())) {
            guard.later(exchange, fault.latency(), () -> {
                throw ordered;
            });
            return;
        }
        produce(new InferenceCall(exchange, key, request, body, world.clock().millis()), fault, ordered);
    }

    /** @param inStream the error by which the stream will break, if it is ordered to */
    private void produce(InferenceCall call, Fault fault, @Nullable E inStream) {
        Completion<E> completion = api.complete(call);
        Charge charge = new Charge(
                world,
                call.key(),
                completion.rate(),
                completion.input(),
                call.exchange().serial(),
                call.request().stream(),
                call.startedAt(),
                completion::billed);
        AnswerSink sink = call.request().stream()
                ? streamed(call.exchange(), completion, fault, inStream)
                : () -> call.exchange().json(200, completion.whole());
        Production.start(call.exchange(), world, fault, completion.answer().tokens(), sink, charge);
    }

    private AnswerSink streamed(Exchange exchange, Completion<E> completion, Fault fault, @Nullable E inStream) {
        Consumer<EventStream> breaking =
                inStream == null ? EventStream::cut : stream -> stream.endWith(completion.failure(inStream));
        EventStream stream = new EventStream(exchange.request(), fault.splits(), fault.breakAfter(), breaking);
        return new StreamedAnswer(
                stream, completion.events(), completion.answer().pieces());
    }
}
