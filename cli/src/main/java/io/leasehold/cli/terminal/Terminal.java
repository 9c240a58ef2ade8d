package io.leasehold.cli.terminal;

import io.leasehold.cli.failure.Failure;
import java.io.PrintWriter;

/** Where a command says and asks things. */
public interface Terminal {
    /** Results, and nothing else. */
    PrintWriter out();

    /** What a person wants to know meanwhile. */
    PrintWriter err();

    /** Whether somebody is there who can answer. */
    boolean interactive();

    /** Only where it is {@link #interactive()}. */
    String ask(String question);

    /** Asks without echo; only where it is {@link #interactive()}. */
    String askSecret(String question);

    /** All of the standard input. */
    String input();

    /** A secret: from the person without echo, or from the standard input. */
    default String secret(String question) {
        String secret = (interactive() ? askSecret(question) : input()).strip();
        if (secret.isEmpty()) {
            throw Failure.wrongUse("There is no secret. Type it when asked, or write it to the standard input.");
        }
        return secret;
    }

    /** Refuses to go on unless the person types the word; without a person, at once. */
    default void confirm(String question, String word) {
        if (!interactive()) {
            throw Failure.wrongUse("Nobody is there to confirm. Add --yes if you mean it.");
        }
        if (!ask(question).strip().equals(word)) {
            throw Failure.wrongUse("Not confirmed. Nothing was done.");
        }
    }
}
