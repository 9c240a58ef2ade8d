package io.leasehold.gateway.redact;

import com.google.re2j.Pattern;
import io.leasehold.contracts.event.WorkspaceView;
import java.util.ArrayList;
import java.util.List;

/** What must not be told of texts: keys, tokens, e-mail addresses, payment cards, and what a workspace says itself. */
public final class Redaction {
    private static final int SHORTEST_KEY = 16;
    private static final int SHORTEST_TOKEN = 40;

    private static final List<Rule> ALWAYS = List.of(
            new KeyRule("sk-", SHORTEST_KEY),
            new KeyRule("AIza", 30),
            new KeyRule("ghp_", 20),
            new KeyRule("gho_", 20),
            new KeyRule("ghu_", 20),
            new KeyRule("ghs_", 20),
            new KeyRule("github_pat_", 20),
            new KeyRule("lh_", SHORTEST_TOKEN),
            new KeyRule("lht_", SHORTEST_TOKEN),
            new KeyRule("lhe_", SHORTEST_TOKEN),
            new KeyRule("lhn_", SHORTEST_TOKEN),
            new BearerRule(),
            new EmailRule(),
            new CardRule());

    private final List<Rule> rules;

    private Redaction(List<Rule> rules) {
        this.rules = rules;
    }

    /** @throws com.google.re2j.PatternSyntaxException where one of them is none */
    public static Redaction with(List<WorkspaceView.Redaction> own) {
        List<Rule> rules = new ArrayList<>(ALWAYS);
        own.forEach(rule -> rules.add(new OwnRule(rule.name(), Pattern.compile(rule.pattern()))));
        return new Redaction(List.copyOf(rules));
    }

    /** What must not be told, in order. */
    List<Span> find(String text) {
        List<Span> found = new ArrayList<>(0);
        rules.forEach(rule -> rule.find(text, found));
        return Span.merged(found);
    }

    /** The same text where there is nothing to hide. */
    String apply(String text) {
        return apply(text, "");
    }

    /** @param around what stands before and after each marker */
    String apply(String text, String around) {
        List<Span> found = find(text);
        if (found.isEmpty()) {
            return text;
        }
        StringBuilder told = new StringBuilder(text.length());
        int from = 0;
        for (Span span : found) {
            told.append(text, from, span.from())
                    .append(around)
                    .append(span.marker())
                    .append(around);
            from = span.to();
        }
        return told.append(text, from, text.length()).toString();
    }
}
