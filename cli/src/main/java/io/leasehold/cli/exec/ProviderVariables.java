package io.leasehold.cli.exec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables by which programs find a provider and its key, as the providers' own libraries read them. */
final class ProviderVariables {
    private ProviderVariables() {}

    /**
     * @param key the variables that hold the key
     * @param address the variables that hold the base address
     * @param path what that library wants behind the address of the gateway
     */
    private record Names(List<String> key, List<String> address, String path) {}

    private static final Map<String, Names> KNOWN = Map.of(
            "anthropic", new Names(List.of("ANTHROPIC_API_KEY"), List.of("ANTHROPIC_BASE_URL"), ""),
            "openai", new Names(List.of("OPENAI_API_KEY"), List.of("OPENAI_BASE_URL"), "/v1"),
            "openrouter", new Names(List.of("OPENROUTER_API_KEY"), List.of("OPENROUTER_BASE_URL"), "/api/v1"),
            "google", new Names(List.of("GEMINI_API_KEY", "GOOGLE_API_KEY"), List.of("GOOGLE_GEMINI_BASE_URL"), ""),
            "mistral", new Names(List.of("MISTRAL_API_KEY"), List.of("MISTRAL_BASE_URL"), ""),
            "cohere", new Names(List.of("CO_API_KEY"), List.of("CO_API_URL"), ""),
            "azure-openai", new Names(List.of("AZURE_OPENAI_API_KEY"), List.of("AZURE_OPENAI_ENDPOINT"), ""));

    /** Besides those of the provider, what is the same for all: {@code LEASEHOLD_API_KEY} and {@code LEASEHOLD_BASE_URL}. */
    static Map<String, String> of(String provider, String key, @Nullable String baseUrl) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("LEASEHOLD_API_KEY", key);
        Names names = KNOWN.get(provider);
        if (names != null) {
            names.key().forEach(name -> variables.put(name, key));
        }
        if (baseUrl != null) {
            variables.put("LEASEHOLD_BASE_URL", baseUrl);
            if (names != null) {
                names.address().forEach(name -> variables.put(name, baseUrl + names.path()));
            }
        }
        return variables;
    }
}
