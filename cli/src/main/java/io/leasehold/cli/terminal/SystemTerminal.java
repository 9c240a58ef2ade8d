package io.leasehold.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The terminal or the pipes that this process was started with. */
public final class SystemTerminal implements Terminal {
    private final PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, System.out.charset()), true);
    private final PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, System.err.charset()), true);
    /** Null unless both standard input and output are a terminal. */
    private final @Nullable Console console =
            Optional.ofNullable(System.console()).filter(Console::isTerminal).orElse(null);

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
        return console != null;
    }

    @Override
    public String ask(String question) {
        String answer = required().readLine("%s ", question);
        return answer == null ? "" : answer;
    }

    @Override
    public String askSecret(String question) {
        char[] answer = required().readPassword("%s ", question);
        return answer == null ? "" : new String(answer);
    }

    @Override
    public String input() {
        try {
            return new String(System.in.readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Console required() {
        if (console == null) {
            throw new IllegalStateException("There is no terminal to ask");
        }
        return console;
    }
}
