package io.leasehold.providers.dialect;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one pass over a request body tells. */
public sealed interface RequestScan {

    /**
     * The body can't be read, or not in one way only (a field that decides about money given twice). Not relayed.
     *
     * @param message for the client; repeats nothing from the body
     */
    record BadRequest(String message) implements RequestScan {}

    /**
     * @param model as the client wrote it; empty where it named none
     * @param alternatives other models that the provider may use instead
     * @param stream whether the client asked for server-sent events
     * @param maxOutput the most output tokens the client allows; empty where it set none
     * @param choices how many answers it asks for
     * @param user the dialect's own end-user id
     * @param usageRequest how the provider is made to tell the usage; null where it tells, or was asked to
     * @param goesOnFrom the id of an answer that the provider has stored, and that belongs to whoever got it; null for none
     */
    record Inference(
            String model,
            List<String> alternatives,
            boolean stream,
            OptionalLong maxOutput,
            int choices,
            InputBound input,
            PricingTerms terms,
            @Nullable String user,
            @Nullable UsageRequest usageRequest,
            @Nullable String goesOnFrom)
            implements RequestScan {

        public Inference {
            alternatives = List.copyOf(alternatives);
        }

        /** The same request with so many bytes of text more. */
        public Inference withMoreText(long bytes) {
            return new Inference(
                    model,
                    alternatives,
                    stream,
                    maxOutput,
                    choices,
                    input.withMoreText(bytes),
                    terms,
                    user,
                    usageRequest,
                    goesOnFrom);
        }
    }

    /** A request without a body that could cost anything. */
    record Nothing() implements RequestScan {}

    /**
     * What the input can come to at most.
     *
     * @param textBytes the body without inline media; each byte is at most one token
     * @param overheadTokens what the provider adds around messages and tools
     * @param contents what else the request holds
     * @param cacheWrites the dearest way in which input may be written to a cache
     * @param turns how many times the provider may run the model for this request; more than one with server tools
     * @param webSearches how many searches that are paid for one by one it may do
     * @param unbounded why no bound can be given; null where one can
     */
    record InputBound(
            long textBytes,
            long overheadTokens,
            Set<Content> contents,
            CacheWrites cacheWrites,
            int turns,
            long webSearches,
            @Nullable String unbounded) {

        InputBound withMoreText(long bytes) {
            return new InputBound(
                    textBytes + bytes, overheadTokens, contents, cacheWrites, turns, webSearches, unbounded);
        }

        /** Whether the bytes bound the tokens of a turn; if not, only the model's context window does. */
        public boolean boundByBytes() {
            return contents.isEmpty() && turns == 1;
        }
    }

    /** Input whose tokens can't be told from its bytes. */
    enum Content {
        IMAGE,
        DOCUMENT,
        AUDIO,
        /** Something stored at the provider or behind a URL. */
        REFERENCE,
        /** A tool that the provider runs, whose results become input. */
        SERVER_TOOL
    }

    /** The caches that input may be written to, from the cheapest. */
    enum CacheWrites {
        NONE,
        FIVE_MINUTES,
        ONE_HOUR
    }
}
