package io.leasehold.demo.traffic;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One kind of work that a company's machines do all day.
 *
 * @param weight how often it happens beside the others
 * @param outputTokens a usual answer's length
 * @param streamed whether its clients read the answer as it is made
 */
record Scene(
        String node,
        String domain,
        String provider,
        String model,
        int weight,
        int promptWords,
        int outputTokens,
        boolean streamed) {

    static final List<Scene> ALL = List.of(
            new Scene("node-a", "support.example.com", "anthropic", "claude-sonnet-5", 8, 120, 180, true),
            new Scene("node-a", "support.example.com", "anthropic", "claude-haiku-4-5", 12, 40, 60, false),
            new Scene("node-a", "code.example.com", "anthropic", "claude-opus-5", 3, 900, 700, true),
            new Scene("node-b", "search.example.com", "openrouter", "openai/gpt-6-sol", 9, 60, 40, false),
            new Scene("node-b", "reports.example.com", "openrouter", "anthropic/claude-sonnet-5", 2, 1500, 900, true),
            new Scene("node-b", "code.example.com", "anthropic", "claude-sonnet-5", 4, 600, 350, true));

    /** One of them, the heavier ones more often. */
    static Scene pick(RandomGenerator random) {
        int at = random.nextInt(ALL.stream().mapToInt(Scene::weight).sum());
        for (Scene scene : ALL) {
            at -= scene.weight;
            if (at < 0) {
                return scene;
            }
        }
        throw new AssertionError("The weights add up to their sum");
    }

    /** Text of about as many words, a different one each time. */
    String prompt(RandomGenerator random) {
        int words = Math.max(5, (int) (promptWords * random.nextDouble(0.5, 1.5)));
        StringBuilder text = new StringBuilder("[[out=")
                .append(Math.max(1, (int) (outputTokens * random.nextDouble(0.4, 1.6))))
                .append("]]");
        for (int i = 0; i < words; i++) {
            text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString();
    }

    private static final List<String> WORDS = List.of(
            "please",
            "summarise",
            "the",
            "ticket",
            "from",
            "our",
            "customer",
            "and",
            "answer",
            "politely",
            "why",
            "order",
            "was",
            "late",
            "refactor",
            "this",
            "method",
            "without",
            "changing",
            "its",
            "behaviour",
            "find",
            "all",
            "documents",
            "about",
            "quarterly",
            "revenue",
            "in",
            "Europe",
            "explain",
            "difference",
            "between");
}
