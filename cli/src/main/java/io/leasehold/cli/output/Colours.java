package io.leasehold.cli.output;

import java.util.Set;

/** Marks the words that say how something is. */
enum Colours {
    ON,
    OFF;

    private static final String END = "\u001b[0m";
    private static final Set<String> GOOD = Set.of("active", "valid", "success", "done", "revoked");
    private static final Set<String> BAD = Set.of("stuck", "awaiting_manual", "failed", "refused", "invalid");

    String of(String cell) {
        if (this == OFF) {
            return cell;
        }
        if (GOOD.contains(cell)) {
            return "\u001b[32m" + cell + END;
        }
        return BAD.contains(cell) ? "\u001b[31m" + cell + END : cell;
    }
}
