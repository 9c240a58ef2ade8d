package io.leasehold.sim.openai;

import io.leasehold.sim.answer.InferenceEndpoint;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.openai.OpenAiModel.Kind;
import io.leasehold.sim.prompt.PrefixCache;
import io.leasehold.sim.provider.World;

/** OpenAI's inference APIs, for OpenAI and whoever else has them. */
public final class OpenAiEndpoints {
    private final World world;
    private final OpenAiSide side;
    private final ModelCatalog catalog = new ModelCatalog();
    private final InferenceEndpoint<OpenAiError> chat;
    private final InferenceEndpoint<OpenAiError> responses;
    private final InferenceEndpoint<OpenAiError> embeddings;
    private final ModelsEndpoint models;

    public OpenAiEndpoints(World world, OpenAiSide side) {
        this.world = world;
        this.side = side;
        PrefixCache cache = new PrefixCache(world.clock());
        this.chat = inference(cache, Kind.CHAT, ChatAnswer::of);
        this.responses = inference(cache, Kind.CHAT, ResponseAnswer::of);
        this.embeddings = inference(cache, Kind.EMBEDDING, EmbeddingAnswer::of);
        this.models = new ModelsEndpoint(world, side, catalog);
    }

    /** A response's id has {@code resp_} in its place; embeddings have none. */
    public static String answerId(long serial) {
        return "chatcmpl-" + OpenAiInference.idSuffix(serial);
    }

    public void chat(Exchange exchange) {
        chat.answer(exchange);
    }

    public void responses(Exchange exchange) {
        responses.answer(exchange);
    }

    public void embeddings(Exchange exchange) {
        embeddings.answer(exchange);
    }

    public void models(Exchange exchange) {
        models.list(exchange);
    }

    /** The one that the path names. */
    public void model(Exchange exchange) {
        models.get(exchange);
    }

    ModelCatalog catalog() {
        return catalog;
    }

    private InferenceEndpoint<OpenAiError> inference(PrefixCache cache, Kind kind, OpenAiInference.Form form) {
        return new InferenceEndpoint<>(
                world, side.guard(), new OpenAiInference(world, side, catalog, cache, kind, form));
    }
}
