package io.leasehold.sim.anthropic.report;

import io.leasehold.sim.http.Query;
import io.leasehold.sim.ledger.LedgerRow;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which rows a report counts: each filter names the values it wants, the empty value meaning rows without one. */
record RowFilter(Map<Dimension, List<String>> wanted) {

    static RowFilter of(Query query, Set<Dimension> allowed) {
        Map<Dimension, List<String>> wanted = new EnumMap<>(Dimension.class);
        for (Dimension dimension : allowed) {
            List<String> values = query.many(dimension.filterName());
            if (dimension == Dimension.CONTEXT_WINDOW && values.isEmpty()) {
                // The classic report spells this one filter in the singular.
                values = query.many(dimension.wireName());
            }
            if (!values.isEmpty()) {
                wanted.put(dimension, values);
            }
        }
        return new RowFilter(wanted);
    }

    boolean accepts(LedgerRow row) {
        return wanted.entrySet().stream()
                .allMatch(filter -> filter.getValue()
                        .contains(Objects.requireNonNullElse(filter.getKey().of(row), "")));
    }
}
