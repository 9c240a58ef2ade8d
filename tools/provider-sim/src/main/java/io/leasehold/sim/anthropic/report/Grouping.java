package io.leasehold.sim.anthropic.report;

import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.http.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** By which dimensions a report is grouped. */
record Grouping(List<Dimension> dimensions) {

    /** The value of each dimension of a group, in the order of the grouping; null where a row has none. */
    record Group(List<@Nullable String> values) {
        static final Comparator<Group> BY_VALUES =
                Comparator.comparing(group -> group.values().toString());
    }

    static Grouping of(Query query, Set<Dimension> allowed, int atMost) {
        Map<String, Dimension> known =
                allowed.stream().collect(Collectors.toMap(Dimension::wireName, Function.identity()));
        List<Dimension> dimensions = new ArrayList<>();
        for (String name : query.many("group_by")) {
            Dimension dimension = known.get(name);
            if (dimension == null) {
                throw new InvalidRequest("group_by: " + name + " is not a dimension of this report");
            }
            dimensions.add(dimension);
        }
        if (dimensions.size() > atMost) {
            throw new InvalidRequest("group_by: at most " + atMost + " dimensions");
        }
        return new Grouping(dimensions);
    }

    boolean has(Dimension dimension) {
        return dimensions.contains(dimension);
    }

    Group group(Function<Dimension, @Nullable String> value) {
        List<@Nullable String> values = new ArrayList<>(dimensions.size());
        for (Dimension dimension : dimensions) {
            values.add(value.apply(dimension));
        }
        return new Group(values);
    }

    /** The values of a group by dimension; dimensions that are not grouped by are missing. */
    Map<Dimension, @Nullable String> values(Group group) {
        Map<Dimension, @Nullable String> values = new EnumMap<>(Dimension.class);
        for (int i = 0; i < dimensions.size(); i++) {
            values.put(dimensions.get(i), group.values().get(i));
        }
        return values;
    }
}
