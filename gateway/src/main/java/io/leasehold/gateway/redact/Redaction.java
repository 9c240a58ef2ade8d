package io.leasehold.gateway.redact;

import com.google.re2j.Pattern;
import io.leasehold.contracts.event.WorkspaceView;
import java.util.ArrayList;
import java.util.List;

/** What must not be told of texts: keys, tokens, e-mail addresses, payment cards, and what a workspace says itself. */
public final class Redaction {
    private static final int SHORTEST_KEY = 16;
    private static final int SHORTEST_TOKEN = 40;

    /** What is shorter is a word, and no secret. */
    private static final int SHORTEST_SECRET = 8;

    private static final List<Rule> ALWAYS = List.of(
            KeyRule.word("sk-", SHORTEST_KEY),
            KeyRule.anywhere("sk-ant-", SHORTEST_KEY),
            KeyRule.anywhere("sk-proj-", SHORTEST_KEY),
            KeyRule.anywhere("sk-or-v1-", SHORTEST_KEY),
            KeyRule.anywhere("AIza", 30),
            KeyRule.word("AQ.", 30),
            KeyRule.word("ya29.", 30),
            KeyRule.anywhere("ghp_", 20),
            KeyRule.anywhere("gho_", 20),
            KeyRule.anywhere("ghu_", 20),
            KeyRule.anywhere("ghs_", 20),
            KeyRule.anywhere("ghr_", 20),
            KeyRule.anywhere("github_pat_", 20),
            KeyRule.word("hvs.", 20),
            KeyRule.word("lh_", SHORTEST_TOKEN),
            KeyRule.word("lht_", SHORTEST_TOKEN),
            KeyRule.word("lhe_", SHORTEST_TOKEN),
            KeyRule.word("lhn_", SHORTEST_TOKEN),
            new PrivateKeyRule(),
            new JwtRule(),
            new BearerRule(),
            new BasicRule(),
            new EmailRule(),
            new CardRule());

    private final List<Rule> plain;
    private final List<Rule> rules;

    /** @param plain those of the rules that don't look into what is encoded */
    private Redaction(List<Rule> plain, List<Rule> rules) {
        this.plain = plain;
        this.rules = rules;
    }

    /** @throws com.google.re2j.PatternSyntaxException where one of them is none */
    public static Redaction with(List<WorkspaceView.Redaction> own) {
        List<Rule> rules = new ArrayList<>(ALWAYS);
        own.forEach(rule -> rules.add(new OwnRule(rule.name(), Pattern.compile(rule.pattern()))));
        return of(rules);
    }

    /** The same, which takes out this secret too, wherever it stands and whatever its form. */
    public Redaction without(String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            return this;
        }
        List<Rule> more = new ArrayList<>(plain);
        more.add(new WordRule(secret));
        return of(more);
    }

    private static Redaction of(List<Rule> rules) {
        List<Rule> all = new ArrayList<>(rules);
        all.add(new EncodedRule(List.copyOf(rules)));
        return new Redaction(List.copyOf(rules), List.copyOf(all));
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
