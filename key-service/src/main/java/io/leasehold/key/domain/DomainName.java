package io.leasehold.key.domain;

/** What domains may be called. A name is no id, so that it can stand wherever an id does, and no step of a path. */
final class DomainName {
    static final String PATTERN = "(?![0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$)"
            + "[a-z0-9]([a-z0-9._-]{0,198}[a-z0-9])?";
    static final String MESSAGE =
            "must be 1 to 200 lower-case letters, digits, dots, hyphens and underscores, beginning and ending with a letter or digit, and be no id";

    private DomainName() {}
}
