package io.leasehold.sim.openrouter;

import io.leasehold.sim.answer.InferenceApi;
import io.leasehold.sim.answer.InferenceCall;
import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.prompt.PrefixCache;
import io.leasehold.sim.provider.World;
import java.util.Optional;

/** {@code POST /chat/completions}. */
final class ChatApi implements InferenceApi<OpenRouterError> {
    private final World world;
    private final OpenRouterCalls calls;
    private final ModelCatalog catalog;
    private final PrefixCache cache;
    private final KeyBudgets budgets;

    ChatApi(World world, OpenRouterCalls calls, ModelCatalog catalog, KeyUsage usage) {
        this.world = world;
        this.calls = calls;
        this.catalog = catalog;
        this.cache = new PrefixCache(world.clock());
        this.budgets = new KeyBudgets(usage);
    }

    @Override
    public SimKey caller(Exchange exchange) {
        return calls.inferenceKey(exchange);
    }

    @Override
    public Optional<OpenRouterError> ordered(Fault fault) {
        return calls.errors().ordered(fault);
    }

    @Override
    public Chat complete(InferenceCall call) {
        ChatPlan plan = ChatPlan.of(call.request(), catalog, world.prices());
        Runnable release = budgets.admit(call.key(), plan.worstCase());
        Chat chat = new Chat(
                GenerationEndpoint.generationId(call.exchange().serial()),
                call.startedAt() / 1000,
                plan.model(),
                plan.answer(),
                cache.use(plan.model().id(), call.request().prompt()),
                plan.rate(),
                release);
        call.exchange().response().putHeader("X-Generation-Id", chat.id());
        return chat;
    }
}
