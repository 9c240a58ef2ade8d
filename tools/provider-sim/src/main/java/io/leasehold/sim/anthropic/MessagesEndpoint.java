package io.leasehold.sim.anthropic;

import io.leasehold.sim.answer.Answer;
import io.leasehold.sim.answer.AnswerSink;
import io.leasehold.sim.answer.Charge;
import io.leasehold.sim.answer.Production;
import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.http.EventStream;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Serial;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.ledger.Rate;
import io.leasehold.sim.ledger.Tokens;
import io.leasehold.sim.prompt.InferenceRequest;
import io.leasehold.sim.prompt.PrefixCache;
import io.leasehold.sim.prompt.RequestReader;
import io.leasehold.sim.provider.World;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/messages}, whole and streamed. */
final class MessagesEndpoint {
    private static final int ID_CHARACTERS = 22;

    private final World world;
    private final AnthropicCalls calls;
    private final MessageRules rules;
    private final PrefixCache cache;
    private final RateLimitHeaders rateLimits;

    MessagesEndpoint(World world, AnthropicCalls calls, ModelCatalog catalog) {
        this.world = world;
        this.calls = calls;
        this.rules = new MessageRules(catalog, world.prices());
        this.cache = new PrefixCache(world.clock());
        this.rateLimits = new RateLimitHeaders(world.clock());
    }

    /** @param inStream the error by which the stream will break, if it is ordered to */
    private record Call(
            Exchange exchange,
            SimKey key,
            InferenceRequest request,
            Fault fault,
            @Nullable AnthropicError inStream) {}

    void create(Exchange exchange) {
        calls.guard().withBody(exchange, body -> answer(exchange, body));
    }

    private void answer(Exchange exchange, Buffer body) {
        SimKey key = calls.inferenceKey(exchange);
        Fault fault = world.faults().next(key);
        Optional<AnthropicError> ordered = calls.errors().ordered(fault);
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
        Rate rate = rules.check(call.request(), call.exchange().header("anthropic-beta"));
        Message message = message(call, rate);
        putHeaders(call, message.input());
        Charge charge = new Charge(
                world,
                call.key(),
                rate,
                message.input(),
                call.exchange().serial(),
                call.request().stream(),
                world.clock().millis(),
                () -> {});
        Production.start(call.exchange(), world, call.fault(), message.answer().tokens(), sink(call, message), charge);
    }

    private Message message(Call call, Rate rate) {
        InferenceRequest request = call.request();
        return new Message(
                messageId(call.exchange().serial()),
                request.requiredModel(),
                Answer.to(request.prompt().lastUserText(), request.requiredMaxTokens()),
                cache.use(rate.model(), request.prompt()),
                rate);
    }

    private static AnswerSink sink(Call call, Message message) {
        Exchange exchange = call.exchange();
        if (!call.request().stream()) {
            return () -> exchange.json(200, MessageJson.whole(message));
        }
        Fault fault = call.fault();
        EventStream events = new EventStream(
                exchange.request(), fault.splits(), fault.breakAfter(), breaking(exchange, call.inStream()));
        return new MessageStream(events, message);
    }

    static String messageId(long serial) {
        return Serial.spell("msg_01", serial, ID_CHARACTERS);
    }

    private void putHeaders(Call call, Tokens input) {
        MultiMap headers = call.exchange().response().headers();
        SimKey key = call.key();
        headers.add("anthropic-organization-id", Organization.ID);
        if (key.workspaceId() != null) {
            headers.add("anthropic-workspace-id", key.workspaceId());
        }
        rateLimits.putOn(headers, input.totalInput());
    }

    private static Consumer<EventStream> breaking(Exchange exchange, @Nullable AnthropicError inStream) {
        if (inStream == null) {
            return EventStream::cut;
        }
        String requestId = exchange.response().headers().get(AnthropicErrors.REQUEST_ID);
        String data = new String(Json.bytes(inStream.body(requestId)), StandardCharsets.UTF_8);
        return events -> events.endWith(MessageStream.event("error", data));
    }
}
