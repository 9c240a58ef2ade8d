package io.leasehold.bench.result;

import java.util.Locale;

/** What is printed: a figure a line, with the bar that it should keep. */
public final class Table {
    private static final String ROW = "%-56s%26s%14s  %s%n";

    private Table() {}

    public static void title(String text) {
        System.out.println();
        System.out.printf(ROW, text, "median (least–most)", "bar", "");
    }

    /** A figure without a bar. */
    public static void row(String what, Spread figure, String format) {
        System.out.printf(ROW, what, figure.format(format, Locale.ROOT), "", "");
    }

    public static void atMost(String what, Spread figure, String format, double bar) {
        row(what, figure, format, "≤ " + text(bar), figure.median() <= bar);
    }

    public static void atLeast(String what, Spread figure, String format, double bar) {
        row(what, figure, format, "≥ " + text(bar), figure.median() >= bar);
    }

    private static void row(String what, Spread figure, String format, String bar, boolean kept) {
        System.out.printf(ROW, what, figure.format(format, Locale.ROOT), bar, kept ? "kept" : "MISSED");
    }

    private static String text(double bar) {
        return bar == Math.rint(bar) ? "%,d".formatted((long) bar) : Double.toString(bar);
    }
}
