package io.leasehold.localstack.command;

import io.leasehold.localstack.component.ProgressListener;
import java.io.Console;
import java.util.Locale;
import java.util.Optional;

/** The terminal, where there is one. */
final class Terminal {
    private Terminal() {}

    private static Optional<Console> find() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }

    /** Redraws in a terminal, prints a line per event elsewhere. */
    static ProgressListener progress() {
        return find().isPresent() ? new LiveProgress(System.out) : new LineProgress(System.out);
    }

    /** Asks for a yes; without a terminal the answer is no. */
    static boolean confirm(String consequence) {
        Optional<Console> console = find();
        if (console.isEmpty()) {
            System.err.println(consequence + " Say --yes if that is meant; there is no terminal to ask on.");
            return false;
        }
        String answer = console.get().readLine("%s Go on? [y/N] ", consequence);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
