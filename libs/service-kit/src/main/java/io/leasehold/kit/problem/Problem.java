package io.leasehold.kit.problem;

import io.leasehold.contracts.ProblemType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error that a caller is told about. The detail says what is wrong and what to do next; it holds no class name and no
 * secret, not even a rejected one.
 */
public abstract class Problem extends RuntimeException {
    /** The extension that is sent as the header {@code Retry-After} too: seconds to wait. */
    public static final String RETRY_AFTER = "retry_after";

    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final transient Map<String, Object> extensions = new LinkedHashMap<>();

    protected Problem(ProblemType type, String detail) {
        this(type, detail, null);
    }

    protected Problem(ProblemType type, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.type = type;
    }

    public ProblemType type() {
        return type;
    }

    /** One sentence per problem type, the same for every occurrence. */
    public String title() {
        String words = type.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Adds a member that a program can read, such as {@code key_id} or {@code retryable}. */
    protected final Problem with(String name, Object value) {
        extensions.put(name, value);
        return this;
    }

    public Map<String, Object> extensions() {
        return Map.copyOf(extensions);
    }
}
