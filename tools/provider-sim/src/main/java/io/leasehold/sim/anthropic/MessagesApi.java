package io.leasehold.sim.anthropic;

import io.leasehold.sim.answer.Answer;
import io.leasehold.sim.answer.InferenceApi;
import io.leasehold.sim.answer.InferenceCall;
import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Serial;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.ledger.Rate;
import io.leasehold.sim.prompt.InferenceRequest;
import io.leasehold.sim.prompt.PrefixCache;
import io.leasehold.sim.provider.World;
import java.util.Optional;

/** {@code POST /v1/messages}. */
final class MessagesApi implements InferenceApi<AnthropicError> {
    private static final int ID_CHARACTERS = 22;

    private final AnthropicCalls calls;
    private final MessageRules rules;
    private final PrefixCache cache;
    private final RateLimitHeaders rateLimits;

    MessagesApi(World world, AnthropicCalls calls, ModelCatalog catalog) {
        this.calls = calls;
        this.rules = new MessageRules(catalog, world.prices());
        this.cache = new PrefixCache(world.clock());
        this.rateLimits = new RateLimitHeaders(world.clock());
    }

    @Override
    public SimKey caller(Exchange exchange) {
        return calls.inferenceKey(exchange);
    }

    @Override
    public Optional<AnthropicError> ordered(Fault fault) {
        return calls.errors().ordered(fault);
    }

    @Override
    public Message complete(InferenceCall call) {
        InferenceRequest request = call.request();
        Exchange exchange = call.exchange();
        Rate rate = rules.check(request, exchange.header("anthropic-beta"));
        Message message = new Message(
                messageId(exchange.serial()),
                exchange.response().headers().get(AnthropicErrors.REQUEST_ID),
                request.requiredModel(),
                Answer.to(request.prompt(), request.requiredMaxTokens()),
                cache.use(rate.model(), request.prompt()),
                rate);
        rateLimits.putOn(exchange.response().headers(), message.input().totalInput());
        return message;
    }

    static String messageId(long serial) {
        return Serial.spell("msg_01", serial, ID_CHARACTERS);
    }
}
