package io.leasehold.providers.dialect;

/** What an answer is asked for, whoever gave it. Not every provider says all of it. */
public enum Fact {
    /** What kind of event it is, where a stream has several. */
    EVENT(Kind.WORD),
    ID(Kind.WORD),
    /** The model that was really used. */
    MODEL(Kind.WORD),
    STOP_REASON(Kind.WORD),
    ERROR_TYPE(Kind.WORD),
    /** Stands in for the type where an error has none. */
    ERROR_CODE(Kind.WORD),
    SERVICE_TIER(Kind.WORD),
    REGION(Kind.WORD),
    SPEED(Kind.WORD),
    /** What the answer cost, in USD. */
    COST(Kind.AMOUNT),
    /** As the provider counts it: with or without what came from caches, or as audio. */
    INPUT(Kind.COUNT),
    CACHE_READ(Kind.COUNT),
    /** Of any lifetime. */
    CACHE_WRITE(Kind.COUNT),
    CACHE_WRITE_5M(Kind.COUNT),
    CACHE_WRITE_1H(Kind.COUNT),
    /** As the provider counts it: with or without reasoning and audio. */
    OUTPUT(Kind.COUNT),
    REASONING(Kind.COUNT),
    /** Input of tools that the provider ran, where it is counted beside the rest. */
    TOOL_INPUT(Kind.COUNT),
    AUDIO_IN(Kind.COUNT),
    AUDIO_OUT(Kind.COUNT),
    IMAGE_IN(Kind.COUNT),
    IMAGE_OUT(Kind.COUNT),
    /** What of the audio came from a cache. */
    AUDIO_CACHED(Kind.COUNT),
    IMAGE_CACHED(Kind.COUNT),
    /** Audio that is paid for by its length. */
    AUDIO_SECONDS(Kind.COUNT),
    /** All of them; the classes must add up to it. */
    TOTAL(Kind.COUNT),
    /** Searches that are paid for one by one, on the web or among documents that came along. */
    WEB_SEARCHES(Kind.COUNT),
    /** Images, or their tokens: whether there were any. */
    IMAGES(Kind.COUNT),
    /** What kind of part the figures of a part belong to. */
    PART(Kind.WORD),
    /** A piece of what the model wrote; only its length is kept. */
    TEXT(Kind.LENGTH);

    /** What is kept of a value. */
    enum Kind {
        WORD,
        COUNT,
        AMOUNT,
        LENGTH
    }

    private final Kind kind;

    Fact(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
