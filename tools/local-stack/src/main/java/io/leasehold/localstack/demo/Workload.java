package io.leasehold.localstack.demo;

import java.time.Duration;
import java.util.List;

/**
 * One application's use of a provider from one node.
 *
 * @param node Keycloak client of the node
 * @param domain what the traffic counts for
 * @param provider whose dialect it speaks
 * @param models the models it calls; the first most often
 * @param joins how long after the start it begins, so that the timeline shows nodes joining
 * @param pause between two calls, on average
 * @param streamed whether it wants its answers streamed
 */
record Workload(
        String node,
        String domain,
        String provider,
        List<String> models,
        Duration joins,
        Duration pause,
        boolean streamed) {

    static final List<Workload> ALL = List.of(
            new Workload(
                    "node-a",
                    "app.acme.example",
                    "anthropic",
                    List.of("claude-sonnet-5", "claude-opus-5"),
                    Duration.ZERO,
                    Duration.ofMillis(1200),
                    true),
            new Workload(
                    "node-a",
                    "support.acme.example",
                    "anthropic",
                    List.of("claude-haiku-4-5", "claude-sonnet-5"),
                    Duration.ZERO,
                    Duration.ofMillis(800),
                    true),
            new Workload(
                    "node-a",
                    "search.acme.example",
                    "openrouter",
                    List.of("google/gemini-2.5-flash", "deepseek/deepseek-v3.2"),
                    Duration.ofSeconds(10),
                    Duration.ofMillis(700),
                    false),
            new Workload(
                    "node-b",
                    "nightly-batch",
                    "anthropic",
                    List.of("claude-opus-5"),
                    Duration.ofSeconds(45),
                    Duration.ofMillis(2500),
                    false),
            new Workload(
                    "node-b",
                    "app.acme.example",
                    "openrouter",
                    List.of("openai/gpt-6-sol", "anthropic/claude-haiku-4.5"),
                    Duration.ofSeconds(60),
                    Duration.ofMillis(1500),
                    true));
}
