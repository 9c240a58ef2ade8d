package io.leasehold.demo.traffic;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What one application does with a provider, from one node.
 *
 * @param node Keycloak client of the node
 * @param domain what the traffic counts for
 * @param provider whose dialect it speaks
 * @param models the models it calls; the first most often
 * @param joins how long after the start it begins, so that the timeline shows nodes joining
 * @param pause between two calls, on average
 * @param promptSentences how much it says, on average
 * @param outputTokens how long its answers are, on average
 * @param streamed whether it reads answers as they are made
 */
record Workload(
        String node,
        String domain,
        String provider,
        List<String> models,
        Duration joins,
        Duration pause,
        int promptSentences,
        int outputTokens,
        boolean streamed) {

    static final List<Workload> ALL = List.of(
            new Workload(
                    "node-a",
                    "app.acme.example",
                    "anthropic",
                    List.of("claude-sonnet-5", "claude-opus-5"),
                    Duration.ZERO,
                    Duration.ofMillis(1200),
                    8,
                    180,
                    true),
            new Workload(
                    "node-a",
                    "support.acme.example",
                    "anthropic",
                    List.of("claude-haiku-4-5", "claude-sonnet-5"),
                    Duration.ZERO,
                    Duration.ofMillis(800),
                    4,
                    60,
                    true),
            new Workload(
                    "node-a",
                    "search.acme.example",
                    "openrouter",
                    List.of("google/gemini-2.5-flash", "deepseek/deepseek-v3.2"),
                    Duration.ofSeconds(10),
                    Duration.ofMillis(700),
                    3,
                    40,
                    false),
            new Workload(
                    "node-b",
                    "nightly-batch",
                    "anthropic",
                    List.of("claude-opus-5"),
                    Duration.ofSeconds(30),
                    Duration.ofMillis(2500),
                    60,
                    700,
                    false),
            new Workload(
                    "node-b",
                    "app.acme.example",
                    "openrouter",
                    List.of("openai/gpt-6-sol", "anthropic/claude-haiku-4.5"),
                    Duration.ofSeconds(45),
                    Duration.ofMillis(1500),
                    12,
                    250,
                    true));

    String model(RandomGenerator random) {
        boolean usual = random.nextInt(10) < 7;
        return usual ? models.getFirst() : models.get(random.nextInt(models.size()));
    }

    /** A task with more or less material, ordering an answer of more or less length from the simulator. */
    String prompt(RandomGenerator random) {
        int tokens = Math.max(1, around(outputTokens, random));
        String task = TASKS.get(random.nextInt(TASKS.size()));
        return "[[out=%d]] [%s] %s".formatted(tokens, domain, task) + MATERIAL.repeat(around(promptSentences, random));
    }

    /** The time to the next call: those of independent users are mostly short, now and then long. */
    Duration pause(RandomGenerator random) {
        double exponential = -Math.log(1 - random.nextDouble());
        return Duration.ofMillis(Math.round(pause.toMillis() * Math.min(exponential, 5)));
    }

    private static int around(int average, RandomGenerator random) {
        return (int) (average * random.nextDouble(0.4, 1.6));
    }

    private static final List<String> TASKS = List.of(
            "Summarise the following conversation in three sentences.",
            "Write a friendly reply to this customer and offer a refund where the rules allow it.",
            "Which of these search results answers the question best, and why?",
            "Extract all dates, names and amounts as a table.",
            "Translate the text into plain English for a twelve-year-old.",
            "Find the mistake in this calculation and correct it.");
    private static final String MATERIAL =
            " The order was placed on a Tuesday and arrived two weeks late, without its manual.";
}
