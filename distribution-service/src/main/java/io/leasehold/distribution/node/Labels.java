package io.leasehold.distribution.node;

/** What labels may look like. */
final class Labels {
    static final int MOST = 30;
    static final int LONGEST_VALUE = 200;
    static final String NAME = "[A-Za-z0-9][A-Za-z0-9._/-]{0,99}";
    static final String NAME_MESSAGE = "must be letters, digits and . _ / -";

    private Labels() {}
}
