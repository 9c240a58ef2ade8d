package io.leasehold.bench.load;

/** What is asked of the model: little, so that what is measured is the way to it. */
public enum Message {
    PLAIN("plain message", false),
    STREAMED("streamed message", true);

    private final String title;
    private final boolean streamed;

    Message(String title, boolean streamed) {
        this.title = title;
        this.streamed = streamed;
    }

    public String title() {
        return title;
    }

    /** In Anthropic's dialect; the simulator answers with as many tokens as the text orders. */
    String body() {
        return """
                {"model":"claude-haiku-4-5","max_tokens":32,"stream":%s,\
                "messages":[{"role":"user","content":"[[out=20]] hello"}]}""".formatted(streamed);
    }
}
