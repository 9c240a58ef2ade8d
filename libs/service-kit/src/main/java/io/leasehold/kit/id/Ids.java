package io.leasehold.kit.id;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import java.util.UUID;

/** Makes identifiers: UUIDv7, so that they sort by the time they were made. */
public final class Ids {
    private static final TimeOrderedEpochFactory FACTORY = TimeOrderedEpochFactory.builder()
            .withIncrementPlus1()
            .withRandomFunction(new DrawnAhead())
            .build();

    private Ids() {}

    public static UUID next() {
        return FACTORY.create();
    }
}
