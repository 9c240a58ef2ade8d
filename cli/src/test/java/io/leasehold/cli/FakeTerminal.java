package io.leasehold.cli;

import io.leasehold.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A terminal with a person who has their answers ready, or a pipe. */
final class FakeTerminal implements Terminal {
    private final StringWriter said = new StringWriter();
    private final StringWriter told = new StringWriter();
    private final PrintWriter out = new PrintWriter(said, true);
    private final PrintWriter err = new PrintWriter(told, true);
    private final Deque<String> answers = new ArrayDeque<>();
    private boolean person;
    private String piped = "";

    FakeTerminal answering(String... words) {
        person = true;
        answers.addAll(List.of(words));
        return this;
    }

    FakeTerminal piping(String input) {
        piped = input;
        return this;
    }

    String said() {
        return said.toString();
    }

    String told() {
        return told.toString();
    }

    @Override
    public PrintWriter out() {
        return out;
    }

    @Override
    public PrintWriter err() {
        return err;
    }

    @Override
    public boolean interactive() {
        return person;
    }

    @Override
    public String ask(String question) {
        told.append(question).append('\n');
        return answers.remove();
    }

    @Override
    public String askSecret(String question) {
        return ask(question);
    }

    @Override
    public String input() {
        return piped;
    }
}
