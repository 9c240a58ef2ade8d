package io.leasehold.cli.command;

import io.leasehold.cli.output.Column;
import io.leasehold.cli.terminal.Terminal;
import picocli.CommandLine.Option;

/** Asks before something that can't be undone, unless told not to. */
public final class Confirmation {
    @Option(names = "--yes", description = "Don't ask.")
    private boolean yes;

    public boolean isGiven() {
        return yes;
    }

    /** @param what what is going to happen, in the words of the question */
    public void ask(Terminal terminal, String what, String word) {
        if (!yes) {
            terminal.confirm(what + " Type " + Column.harmless(word) + " to go on:", word);
        }
    }
}
