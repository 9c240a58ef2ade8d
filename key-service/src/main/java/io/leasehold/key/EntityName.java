package io.leasehold.key;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What accounts and keys may be called. A name is no id, so that it can stand wherever an id does. */
public final class EntityName {
    private static final String ID = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

    public static final String PATTERN = "(?!" + ID + "$)[\\p{L}\\p{N}][\\p{L}\\p{N} ._@:-]{0,99}";
    public static final String MESSAGE =
            "must begin with a letter or digit, have at most 100 letters, digits, spaces or . _ @ : -, and be no id";

    private static final Pattern IS_ID = Pattern.compile(ID);

    private EntityName() {}

    /** What is named by its id; empty for a name. */
    public static Optional<UUID> asId(String idOrName) {
        return IS_ID.matcher(idOrName).matches() ? Optional.of(UUID.fromString(idOrName)) : Optional.empty();
    }
}
