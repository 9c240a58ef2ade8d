package io.leasehold.gateway.world;

import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What the call of an SDK came to in words, without what differs from call to call: ids and times. */
public final class SdkOutcome {
    private static final Pattern ID =
            Pattern.compile("\\b(req|msg|toolu|chatcmpl|resp|call|fc)[_-][A-Za-z0-9]{16,}|\\bcreated(At)?=[0-9.E]+");

    private SdkOutcome() {}

    public static String of(Supplier<?> call) {
        try {
            return withoutIds(String.valueOf(call.get()));
        } catch (RuntimeException refused) {
            return refused.getClass().getSimpleName() + ": " + withoutIds(String.valueOf(refused.getMessage()));
        }
    }

    private static String withoutIds(String text) {
        return ID.matcher(text).replaceAll("<>");
    }
}
