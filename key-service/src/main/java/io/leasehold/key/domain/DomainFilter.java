package io.leasehold.key.domain;

import io.leasehold.contracts.Capture;
import io.leasehold.contracts.event.WorkspaceView.Domain;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which domains are wanted; what is null does not matter.
 *
 * @param tag one of its tags
 * @param text anywhere in the name or the tags; upper and lower case are alike
 */
record DomainFilter(
        @Nullable Capture capture,
        @Nullable String tag,
        @Nullable String text) {

    boolean accepts(Domain domain) {
        return (capture == null || domain.capture() == capture)
                && (tag == null || domain.tags().contains(tag))
                && (text == null || holdsText(domain, text.toLowerCase(Locale.ROOT)));
    }

    private static boolean holdsText(Domain domain, String wanted) {
        return domain.name().contains(wanted)
                || domain.tags().stream()
                        .anyMatch(tag -> tag.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
