package io.leasehold.gateway.redact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A part of a text that must not be told. */
record Span(int from, int to, String what) {

    /** In order, and none within or across another one. */
    static List<Span> merged(List<Span> spans) {
        List<Span> merged = new ArrayList<>(spans.size());
        spans.stream().sorted(Comparator.comparingInt(Span::from)).forEach(next -> {
            Span last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || next.from >= last.to) {
                merged.add(next);
            } else if (next.to > last.to) {
                merged.set(merged.size() - 1, new Span(last.from, next.to, last.what));
            }
        });
        return merged;
    }

    Span movedBy(int characters) {
        return new Span(from + characters, to + characters, what);
    }

    String marker() {
        return "[redacted:" + what + "]";
    }
}
