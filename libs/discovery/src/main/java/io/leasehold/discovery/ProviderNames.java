package io.leasehold.discovery;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** By which names a provider, its variables and its secrets are known. */
final class ProviderNames {
    /** As variables; those of a provider's own libraries first. */
    static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("ANTHROPIC_API_KEY", "anthropic"),
            Map.entry("CLAUDE_API_KEY", "anthropic"),
            Map.entry("OPENAI_API_KEY", "openai"),
            Map.entry("OPENROUTER_API_KEY", "openrouter"),
            Map.entry("GEMINI_API_KEY", "google"),
            Map.entry("GOOGLE_API_KEY", "google"),
            Map.entry("GOOGLE_GENERATIVE_AI_API_KEY", "google"),
            Map.entry("AZURE_OPENAI_API_KEY", "azure-openai"),
            Map.entry("AZURE_OPENAI_KEY", "azure-openai"),
            Map.entry("CO_API_KEY", "cohere"),
            Map.entry("COHERE_API_KEY", "cohere"),
            Map.entry("MISTRAL_API_KEY", "mistral"),
            Map.entry("GITHUB_COPILOT_TOKEN", "github-copilot"),
            Map.entry("COPILOT_GITHUB_TOKEN", "github-copilot"));

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("anthropic", "anthropic"),
            Map.entry("claude", "anthropic"),
            Map.entry("openai", "openai"),
            Map.entry("openrouter", "openrouter"),
            Map.entry("google", "google"),
            Map.entry("gemini", "google"),
            Map.entry("azure-openai", "azure-openai"),
            Map.entry("azure", "azure-openai"),
            Map.entry("cohere", "cohere"),
            Map.entry("mistral", "mistral"),
            Map.entry("github-copilot", "github-copilot"),
            Map.entry("copilot", "github-copilot"));

    private static final Map<String, String> BEGINNINGS = Map.of(
            "sk-ant-", "anthropic",
            "sk-or-", "openrouter",
            "gho_", "github-copilot",
            "ghu_", "github-copilot",
            "AIza", "google");

    private static final Pattern SECRET_SUFFIX = Pattern.compile("[-_.]?(?:api[-_]?)?(?:key|token|secret)$");
    /** What editors call Copilot's users: {@code github.com:Iv1.…}. */
    private static final Pattern GITHUB_USER = Pattern.compile("github\\.com(?::.*)?");
    /** Tokens of this system's own. */
    private static final List<String> OURS = List.of("lh_", "lht_", "lhe_", "lhn_");

    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?i).*(?:your|example|change|placeholder|xxxx|\\*\\*\\*|\\.\\.\\.|\\$\\{|<).*");
    private static final int SHORTEST = 8;
    private static final int LONGEST = 4_000;

    private ProviderNames() {}

    /** The provider that goes by a name. */
    static Optional<String> provider(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
        if (GITHUB_USER.matcher(plain).matches()) {
            return Optional.of("github-copilot");
        }
        return Optional.ofNullable(NAMES.get(plain));
    }

    /** The provider whose secret a field of this name holds, such as {@code openai_api_key}. */
    static Optional<String> providerOfField(String name) {
        String variable =
                VARIABLES.get(name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_'));
        if (variable != null) {
            return Optional.of(variable);
        }
        String plain = name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        String stem = SECRET_SUFFIX.matcher(plain).replaceFirst("");
        return stem.equals(plain) || stem.isEmpty() ? Optional.empty() : provider(stem);
    }

    /** The provider that a secret itself says it is of, else the one that its place says. */
    static String of(String secret, String place) {
        return BEGINNINGS.entrySet().stream()
                .filter(beginning -> secret.startsWith(beginning.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(place);
    }

    /** Whether it may be a provider's secret, and is none of ours and no placeholder. */
    static boolean isPlausible(String text) {
        return text.length() >= SHORTEST
                && text.length() <= LONGEST
                && text.chars().allMatch(c -> c > ' ' && c <= '~')
                && OURS.stream().noneMatch(text::startsWith)
                && !PLACEHOLDER.matcher(text).matches();
    }
}
