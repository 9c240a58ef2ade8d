package io.leasehold.providers.openai;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.http.Answer;
import io.leasehold.providers.http.ErrorReader;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** OpenAI's errors (guide to error codes). 429 means too fast, or that no money is left; only the former is retried. */
final class OpenAiErrors implements ErrorReader {
    static final String NO_SCOPE = "insufficient_permissions";
    private static final String NO_QUOTA = "insufficient_quota";

    private static final Set<String> BILLING_STOPS = Set.of(
            NO_QUOTA,
            "credit_balance_exhausted",
            "organization_spend_limit_exceeded",
            "project_spend_limit_exceeded",
            "organization_usage_limit_exceeded");

    @Override
    public String provider() {
        return "OpenAI";
    }

    @Override
    public Reading read(Answer answer) {
        JsonNode error = answer.body().path("error");
        String code = JsonFields.text(error, "code");
        String type = JsonFields.text(error, "type");
        String words = JsonFields.text(error, "message");
        return new Reading(failure(answer.status(), type, code), code(answer.status(), code, type, words), words);
    }

    private static Failure failure(int status, @Nullable String type, @Nullable String code) {
        boolean stop = NO_QUOTA.equals(type) || (code != null && BILLING_STOPS.contains(code));
        return stop ? Failure.NO_CREDIT : ErrorReader.byStatus(status);
    }

    /** A missing scope is not always given its code; the words name the scope then. */
    private static @Nullable String code(
            int status, @Nullable String code, @Nullable String type, @Nullable String words) {
        if (status == 403 && words != null && words.contains("Missing scopes")) {
            return NO_SCOPE;
        }
        return code != null ? code : type;
    }
}
