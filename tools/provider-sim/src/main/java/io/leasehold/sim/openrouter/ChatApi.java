package io.leasehold.sim.openrouter;

import io.leasehold.sim.answer.AnswerSink;
import io.leasehold.sim.answer.Charge;
import io.leasehold.sim.answer.Production;
import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.http.EventStream;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.prompt.InferenceRequest;
import io.leasehold.sim.prompt.PrefixCache;
import io.leasehold.sim.prompt.RequestReader;
import io.leasehold.sim.provider.World;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code POST /chat/completions}, whole and streamed. */
final class ChatEndpoint {
    private final World world;
    private final OpenRouterCalls calls;
    private final ModelCatalog catalog;
    private final PrefixCache cache;
    private final KeyBudgets budgets;

    ChatEndpoint(World world, OpenRouterCalls calls, ModelCatalog catalog, KeyUsage usage) {
        this.world = world;
        this.calls = calls;
        this.catalog = catalog;
        this.cache = new PrefixCache(world.clock());
        this.budgets = new KeyBudgets(usage);
    }

    /** @param inStream the error by which the stream will break, if it is ordered to */
    private record Call(
            Exchange exchange,
            SimKey key,
            InferenceRequest request,
            Fault fault,
            @Nullable OpenRouterError inStream) {}

    void create(Exchange exchange) {
        calls.guard().withBody(exchange, body -> answer(exchange, body));
    }

    private void answer(Exchange exchange, Buffer body) {
        SimKey key = calls.inferenceKey(exchange);
        Fault fault = world.faults().next(key);
        Optional<OpenRouterError> ordered = calls.errors().ordered(fault);
        InferenceRequest request = RequestReader.read(body.getBytes());
        if (ordered.isPresent() && !(request.stream() && fault.breaksStream())) {
            calls.guard().later(exchange, fault.latency(), () -> {
                throw ordered.get();
            });
            return;
        }
        produce(new Call(exchange, key, request, fault, ordered.orElse(null)));
    }

    private void produce(Call call) {
        ChatPlan plan = ChatPlan.of(call.request(), catalog, world.prices());
        Runnable release = budgets.admit(call.key(), plan.worstCase());
        long startedAt = world.clock().millis();
        Chat chat = chat(call, plan, startedAt);
        call.exchange().response().putHeader("X-Generation-Id", chat.id());
        Charge charge = new Charge(
                world,
                call.key(),
                plan.rate(),
                chat.input(),
                call.exchange().serial(),
                call.request().stream(),
                startedAt,
                release);
        Production.start(call.exchange(), world, call.fault(), plan.answer().tokens(), sink(call, chat), charge);
    }

    private Chat chat(Call call, ChatPlan plan, long startedAt) {
        return new Chat(
                GenerationEndpoint.generationId(call.exchange().serial()),
                startedAt / 1000,
                plan.model(),
                plan.answer(),
                cache.use(plan.model().id(), call.request().prompt()),
                plan.rate());
    }

    private static AnswerSink sink(Call call, Chat chat) {
        Exchange exchange = call.exchange();
        if (!call.request().stream()) {
            return () -> exchange.json(200, ChatJson.whole(chat));
        }
        Fault fault = call.fault();
        EventStream events = new EventStream(
                exchange.request(), fault.splits(), fault.breakAfter(), breaking(chat, call.inStream()));
        return new ChatStream(events, chat);
    }

    private static Consumer<EventStream> breaking(Chat chat, @Nullable OpenRouterError inStream) {
        if (inStream == null) {
            return EventStream::cut;
        }
        return events -> events.endWith(ChatStream.failure(chat, inStream));
    }
}
