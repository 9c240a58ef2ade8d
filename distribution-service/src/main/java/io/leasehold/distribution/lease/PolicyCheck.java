package io.leasehold.distribution.lease;

import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.event.RateLimits;
import io.leasehold.distribution.node.NodePolicy;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds what a node asks for against what it may lease. */
final class PolicyCheck {
    private PolicyCheck() {}

    /** What came of it. */
    sealed interface Result {
        /** @param command what was asked for, narrowed to what may be: who asks for any model means any that is allowed */
        record Allowed(AskCommand command) implements Result {}

        /**
         * @param reason in one word
         * @param what the node may, for a sentence
         */
        record Forbidden(String reason, String what) implements Result {
            LeaseNotAllowedProblem problem() {
                return new LeaseNotAllowedProblem(reason, what);
            }
        }
    }

    /** @param policy null forbids nothing */
    static Result check(AskCommand command, @Nullable NodePolicy policy) {
        if (policy == null) {
            return new Result.Allowed(command);
        }
        if (!policy.providers().isEmpty() && !policy.providers().contains(command.provider())) {
            return new Result.Forbidden("provider", "keys of " + list(policy.providers()) + " only");
        }
        if (!policy.modes().isEmpty() && !policy.modes().contains(command.mode())) {
            return new Result.Forbidden(
                    "mode",
                    "mode "
                            + list(policy.modes().stream()
                                    .map(LeaseMode::wireName)
                                    .toList())
                            + " only");
        }
        if (!policy.models().isEmpty() && !policy.models().containsAll(command.models())) {
            return new Result.Forbidden("models", list(policy.models()) + " only");
        }
        List<String> allowed = policy.tags().stream()
                .map(tag -> tag.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
        boolean named = allowed.isEmpty() || command.tags().stream().anyMatch(allowed::contains);
        if (!named && (allowed.size() > 1 || !command.tags().isEmpty())) {
            return new Result.Forbidden(
                    "tags", "keys with one of the tags " + list(allowed) + ", of which it must name one,");
        }
        return new Result.Allowed(command.narrowedTo(
                command.models().isEmpty() ? policy.models() : command.models(),
                named ? command.tags() : allowed,
                rates(command, policy)));
    }

    /** What a direct lease sends nobody counts. */
    private static RateLimits rates(AskCommand command, NodePolicy policy) {
        return command.mode() == LeaseMode.DIRECT
                ? command.rates()
                : command.rates().atMost(policy.rateLimits());
    }

    private static String list(List<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }
}
