package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.output.Column;
import io.leasehold.cli.output.Printer;
import java.util.List;

/** How a revocation is shown. */
final class RevocationTable {
    private static final List<Column> STEPS =
            List.of(Column.of("state"), Column.of("STEP", "title"), Column.of("detail"), Column.of("at"));

    private RevocationTable() {}

    static void show(Printer printer, JsonNode revocation) {
        printer.item(revocation, "steps", STEPS);
    }
}
