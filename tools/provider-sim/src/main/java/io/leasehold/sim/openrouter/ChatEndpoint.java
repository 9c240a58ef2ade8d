package io.leasehold.sim.openrouter;

import io.leasehold.sim.answer.Answer;
import io.leasehold.sim.answer.AnswerSink;
import io.leasehold.sim.answer.Charge;
import io.leasehold.sim.answer.Production;
import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.http.EventStream;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.ledger.Geo;
import io.leasehold.sim.ledger.NanoUsd;
import io.leasehold.sim.ledger.Rate;
import io.leasehold.sim.ledger.Speed;
import io.leasehold.sim.ledger.Tokens;
import io.leasehold.sim.prompt.CachedInput;
import io.leasehold.sim.prompt.InferenceRequest;
import io.leasehold.sim.prompt.PrefixCache;
import io.leasehold.sim.prompt.Prompt;
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
        produce(exchange, key, request, fault, ordered.orElse(null));
    }

    private void produce(
            Exchange exchange, SimKey key, InferenceRequest request, Fault fault, @Nullable OpenRouterError inStream) {
        OpenRouterModel model = catalog.get(request.requiredModel());
        requireFits(request, model);
        Rate rate = world.prices()
                .find(Provider.OPENROUTER, model.id(), Speed.STANDARD, Geo.GLOBAL)
                .orElseThrow();
        int maximum = maximum(request, model);
        Answer answer = Answer.to(request.prompt().lastUserText(), maximum);
        int mostOutput = request.maxTokens() == null ? answer.tokens() : maximum;
        Runnable release = budgets.admit(key, worstCase(request.prompt(), mostOutput, rate));
        long startedAt = world.clock().millis();
        Chat chat = chat(exchange, request, model, answer, rate, startedAt / 1000);
        exchange.response().putHeader("X-Generation-Id", chat.id());
        AnswerSink sink = request.stream()
                ? new ChatStream(
                        new EventStream(
                                exchange.request(), fault.splits(), fault.breakAfter(), breaking(chat, inStream)),
                        chat)
                : () -> exchange.json(200, ChatJson.whole(chat));
        Charge charge =
                new Charge(world, key, rate, chat.input(), exchange.serial(), request.stream(), startedAt, release);
        Production.start(exchange, world, fault, answer.tokens(), sink, charge);
    }

    private Chat chat(
            Exchange exchange,
            InferenceRequest request,
            OpenRouterModel model,
            Answer answer,
            Rate rate,
            long created) {
        CachedInput input = cache.use(model.id(), request.prompt());
        Tokens tokens = new Tokens(input.fresh(), input.read(), input.write5m(), input.write1h(), 0);
        return new Chat(GenerationEndpoint.generationId(exchange.serial()), created, model, answer, tokens, rate);
    }

    private static void requireFits(InferenceRequest request, OpenRouterModel model) {
        int tokens = request.prompt().tokens();
        if (tokens > model.contextLength()) {
            throw OpenRouterError.invalid("This endpoint's maximum context length is " + model.contextLength()
                    + " tokens. However, you requested about " + tokens + " tokens.");
        }
    }

    /** More than the model gives is asked for in vain. */
    private static int maximum(InferenceRequest request, OpenRouterModel model) {
        Integer asked = request.maxTokens();
        return asked == null ? model.maxCompletionTokens() : Math.min(asked, model.maxCompletionTokens());
    }

    /** All input at its dearest, and as much output as the caller allows. */
    private static NanoUsd worstCase(Prompt prompt, int output, Rate rate) {
        int input = prompt.tokens();
        NanoUsd fresh = rate.cost(new Tokens(input, 0, 0, 0, output));
        NanoUsd written = rate.cost(new Tokens(0, 0, 0, input, output));
        return prompt.marks() > 0 && written.nanos() > fresh.nanos() ? written : fresh;
    }

    private static Consumer<EventStream> breaking(Chat chat, @Nullable OpenRouterError inStream) {
        if (inStream == null) {
            return EventStream::cut;
        }
        return events -> events.endWith(ChatStream.failure(chat, inStream));
    }
}
