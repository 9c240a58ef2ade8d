package io.leasehold.providers.openai;

import io.leasehold.providers.chat.EmbeddingReader;
import io.leasehold.providers.chat.OfModel;
import io.leasehold.providers.dialect.RequestBody;
import io.leasehold.providers.dialect.RequestReading;

/** How bodies of OpenAI's inference APIs are read, for whoever else has them. */
public final class OpenAiReaders {
    public static final RequestReading CHAT = RequestReading.json(OpenAiChatReader::ofChats);
    public static final RequestReading RESPONSES = RequestReading.json(OpenAiChatReader::ofResponses);
    public static final RequestReading EMBEDDINGS = RequestReading.json(EmbeddingReader::new);

    private OpenAiReaders() {}

    /** A chat with this model, whatever model the body names. */
    public static RequestBody.FieldReader chatWith(String model) {
        return new OfModel(model, OpenAiChatReader.ofChats());
    }

    /** Embeddings by this model, whatever model the body names. */
    public static RequestBody.FieldReader embeddingsWith(String model) {
        return new OfModel(model, new EmbeddingReader());
    }
}
