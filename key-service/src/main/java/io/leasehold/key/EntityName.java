package io.leasehold.key;

/** What accounts and keys may be called. A name is no id, so that it can stand wherever an id does. */
public final class EntityName {
    private static final String UUID = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

    public static final String PATTERN = "(?!" + UUID + "$)[\\p{L}\\p{N}][\\p{L}\\p{N} ._@:-]{0,99}";
    public static final String MESSAGE =
            "must begin with a letter or digit, have at most 100 letters, digits, spaces or . _ @ : -, and be no id";

    private EntityName() {}
}
