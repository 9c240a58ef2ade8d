package io.leasehold.providers.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.http.Answer;
import io.leasehold.providers.http.ErrorReader;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Anthropic's errors (API reference, errors). A spend limit may come as 400, 402 or 429; none of them is retried. */
final class AnthropicErrors implements ErrorReader {
    private static final Set<String> SPEND_CODES = Set.of(
            "enforced_spend_limit_reached", "contract_spend_limit_reached", "linked_organization_spend_limit_reached");
    private static final List<String> SPEND_WORDS = List.of(
            "You have reached your API usage limits",
            "You have reached your specified API usage limits",
            "You have reached your specified workspace API usage limits",
            "Your credit balance is too low");

    @Override
    public String provider() {
        return "Anthropic";
    }

    @Override
    public Reading read(Answer answer) {
        JsonNode error = answer.body().path("error");
        String words = JsonFields.text(error, "message");
        String code = JsonFields.text(error.path("details"), "error_code");
        String type = JsonFields.text(error, "type");
        return new Reading(failure(answer.status(), code, words), code != null ? code : type, words);
    }

    private static Failure failure(int status, @Nullable String code, @Nullable String words) {
        boolean mayBeSpent = status == 400 || status == 429;
        boolean saysSo = (code != null && SPEND_CODES.contains(code))
                || (words != null && SPEND_WORDS.stream().anyMatch(words::startsWith));
        return mayBeSpent && saysSo ? Failure.NO_CREDIT : ErrorReader.byStatus(status);
    }
}
