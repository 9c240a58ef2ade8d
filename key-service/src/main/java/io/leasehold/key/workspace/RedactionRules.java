package io.leasehold.key.workspace;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.kit.problem.InvalidRequestProblem;
import java.util.List;
import java.util.regex.MatchResult;

/** Which rules a workspace may make. Every gateway keeps them and runs them over every body, so they must be small. */
final class RedactionRules {
    /** How often anything may be repeated by counts, one within the other; all of it is written out in memory. */
    private static final long MOST_REPEATED = 10_000;

    private static final java.util.regex.Pattern COUNT =
            java.util.regex.Pattern.compile("\\{(?:\\d+,)?(\\d{1,9})(,?)}");

    private RedactionRules() {}

    /** @throws InvalidRequestProblem where one is no expression, or too large a one */
    static List<WorkspaceView.Redaction> checked(List<RedactionRule> rules) {
        rules.forEach(RedactionRules::check);
        return rules.stream().map(RedactionRule::view).toList();
    }

    private static void check(RedactionRule rule) {
        if (repeated(rule.pattern()) > MOST_REPEATED) {
            throw new InvalidRequestProblem(
                    "redaction",
                    "The counts in the pattern of '%s' repeat too much; use smaller ones.".formatted(rule.name()));
        }
        try {
            Pattern.compile(rule.pattern());
        } catch (PatternSyntaxException unreadable) {
            throw new InvalidRequestProblem(
                    "redaction",
                    "The pattern of '%s' is no regular expression of RE2's: %s. It has no look-around and no back references."
                            .formatted(rule.name(), unreadable.getDescription()));
        }
    }

    /** At most so often, whichever of the counts lie within others. */
    private static long repeated(String pattern) {
        return COUNT.matcher(pattern).results().mapToLong(RedactionRules::count).reduce(1, RedactionRules::times);
    }

    private static long count(MatchResult count) {
        return Math.max(1, Long.parseLong(count.group(1)));
    }

    private static long times(long one, long other) {
        return Math.min(one * other, MOST_REPEATED + 1);
    }
}
