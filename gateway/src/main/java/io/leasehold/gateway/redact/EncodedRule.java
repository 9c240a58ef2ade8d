package io.leasehold.gateway.redact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts in Base64, such as files that are sent along, in which one of the other rules finds something. */
record EncodedRule(List<Rule> others) implements Rule {
    private static final int SHORTEST = 16;

    @Override
    public void find(String text, List<Span> found) {
        int from = 0;
        while (from < text.length()) {
            int to = Base64Text.end(text, from);
            if (to - from >= SHORTEST && holdsAny(Base64Text.decode(text, from, to))) {
                found.add(new Span(from, to, "encoded"));
            }
            from = Math.max(to, from + 1);
        }
    }

    private boolean holdsAny(@Nullable String said) {
        if (said == null) {
            return false;
        }
        List<Span> within = new ArrayList<>(0);
        for (Rule rule : others) {
            rule.find(said, within);
        }
        return !within.isEmpty();
    }
}
