package io.leasehold.sim.journal;

import io.leasehold.sim.ledger.LedgerRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Data files as a simulator leaves them. */
final class DataFile {
    private DataFile() {}

    static Path write(Path file, Stream<LedgerRow> rows) throws IOException {
        JournalFile.create(file, rows.map(Change.RowAppended::new)).close();
        return file;
    }
}
