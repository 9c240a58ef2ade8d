package io.leasehold.gateway.redact;

import java.util.List;

/** Numbers of payment cards: 13 to 19 digits, in groups or not, whose last one is the check of the others. */
final class CardRule implements Rule {
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;

    @Override
    public void find(String text, List<Span> found) {
        int i = 0;
        while (i < text.length()) {
            if (beginsGroup(text, i)) {
                int end = card(text, i);
                if (end > 0) {
                    found.add(new Span(i, end, "card"));
                    i = end;
                    continue;
                }
            }
            i++;
        }
    }

    private static boolean beginsGroup(String text, int at) {
        return Words.isDigit(text.charAt(at))
                && (at == 0 || !Words.isDigit(text.charAt(at - 1)) || Words.isAfterAnyEscape(text, at));
    }

    /** Where the longest one ends that begins here; 0 for none. */
    private static int card(String text, int from) {
        int[] digits = new int[LONGEST];
        int count = 0;
        int end = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Words.isDigit(c)) {
                if (count == LONGEST) {
                    break;
                }
                digits[count++] = c - '0';
                if (endsGroup(text, i) && count >= SHORTEST && isCard(digits, count)) {
                    end = i + 1;
                }
            } else if (!separates(text, i)) {
                break;
            }
        }
        return end;
    }

    private static boolean endsGroup(String text, int at) {
        return at + 1 == text.length() || !Words.isDigit(text.charAt(at + 1));
    }

    private static boolean separates(String text, int at) {
        char c = text.charAt(at);
        return (c == ' ' || c == '-' || c == '\u00a0') && at + 1 < text.length() && Words.isDigit(text.charAt(at + 1));
    }

    /** Luhn's check; no card begins with 0 or 1. */
    private static boolean isCard(int[] digits, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            int digit = digits[count - 1 - i];
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0 && digits[0] > 1;
    }
}
