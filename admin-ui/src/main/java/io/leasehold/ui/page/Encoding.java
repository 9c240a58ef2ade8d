package io.leasehold.ui.page;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a file is packed beside itself, the smallest first. */
enum Encoding {
    BROTLI("br", ".br"),
    GZIP("gzip", ".gz");

    private final String token;
    private final String ending;
    /** Its entry in a list, unless with a weight of zero. */
    private final Pattern wanted;

    Encoding(String token, String ending) {
        this.token = token;
        this.ending = ending;
        this.wanted = Pattern.compile(
                "(^|,) *" + token + " *(; *q=(?!0([.]0*)? *(,|$))[0-9.]+ *)?(,|$)", Pattern.CASE_INSENSITIVE);
    }

    /** Its name in {@code Content-Encoding}. */
    String token() {
        return token;
    }

    /** What follows the name of the file. */
    String ending() {
        return ending;
    }

    /** @param accepted the value of {@code Accept-Encoding} */
    static Optional<Encoding> bestOf(@Nullable String accepted) {
        if (accepted == null) {
            return Optional.empty();
        }
        return Arrays.stream(values())
                .filter(encoding -> encoding.wanted.matcher(accepted).find())
                .findFirst();
    }
}
