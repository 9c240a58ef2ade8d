package io.leasehold.localstack.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/** What the demo's applications ask. */
final class Prompts {
    private static final List<String> TASKS = List.of(
            "Summarise the following conversation in three sentences.",
            "Write a friendly reply to this customer and offer a refund where the rules allow it.",
            "Which of these search results answers the question best, and why?",
            "Extract all dates, names and amounts as a table.",
            "Translate the text into plain English for a twelve-year-old.",
            "Find the mistake in this calculation and correct it.");
    private static final String FILLER =
            " The order was placed on a Tuesday and arrived two weeks late, without its manual.";

    private Prompts() {}

    /** A task with more or less material, so that token counts differ. */
    static String about(String domain, RandomGenerator random) {
        String task = TASKS.get(random.nextInt(TASKS.size()));
        return "[" + domain + "] " + task + FILLER.repeat(random.nextInt(1, 12));
    }
}
