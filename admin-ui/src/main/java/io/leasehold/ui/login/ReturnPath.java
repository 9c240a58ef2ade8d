package io.leasehold.ui.login;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to go after signing in: a page of ours, or the first one. */
final class ReturnPath {
    /** One slash, then no second one and no backslash, which browsers take for one: another site begins so. */
    private static final Pattern OWN_PAGE = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e]*");

    private ReturnPath() {}

    static String of(@Nullable String wanted) {
        return wanted != null && OWN_PAGE.matcher(wanted).matches() ? wanted : "/";
    }
}
