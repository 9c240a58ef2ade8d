package io.leasehold.cli.prices;

import io.leasehold.cli.output.Column;

/** Columns of what stands within {@code prices}. */
final class PriceColumns {
    private PriceColumns() {}

    static Column of(String title, String tokenClass) {
        Column inner = Column.of(title, tokenClass);
        return new Column(title, row -> inner.value().apply(row.path("prices")));
    }
}
