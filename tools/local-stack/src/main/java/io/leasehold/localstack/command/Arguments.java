package io.leasehold.localstack.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A command line: a verb, and options that are taken out one by one. */
final class Arguments {
    private final String verb;
    private final List<String> rest;

    Arguments(List<String> line) {
        this.verb = line.isEmpty() ? "" : line.getFirst();
        this.rest = new ArrayList<>(line.subList(Math.min(1, line.size()), line.size()));
    }

    String verb() {
        return verb;
    }

    /** Whether the option is there. */
    boolean takeFlag(String name) {
        return rest.remove(name);
    }

    /**
     * The value after the option.
     *
     * @throws IllegalArgumentException when the option is the last word
     */
    Optional<String> takeValue(String name) {
        int index = rest.indexOf(name);
        if (index < 0) {
            return Optional.empty();
        }
        if (index + 1 == rest.size()) {
            throw new IllegalArgumentException(name + " wants a value");
        }
        rest.remove(index);
        return Optional.of(rest.remove(index));
    }

    /** What nobody has taken. */
    List<String> rest() {
        return List.copyOf(rest);
    }

    /** @throws IllegalArgumentException when something is left that nobody has taken */
    void expectNoMore() {
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException("not understood: " + String.join(" ", rest));
        }
    }
}
