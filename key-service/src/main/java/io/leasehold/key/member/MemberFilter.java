package io.leasehold.key.member;

import io.leasehold.contracts.MemberRole;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which members are wanted; what is null does not matter.
 *
 * @param domain those of that domain instead of the workspace's own
 * @param text anywhere in user name, name or e-mail; upper and lower case are alike
 */
record MemberFilter(
        @Nullable String domain,
        @Nullable MemberRole role,
        @Nullable String text) {

    boolean accepts(Member member) {
        return (role == null || member.role() == role)
                && (text == null || holdsText(member, text.toLowerCase(Locale.ROOT)));
    }

    private static boolean holdsText(Member member, String wanted) {
        return Stream.of(member.username(), member.name(), member.email())
                .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
