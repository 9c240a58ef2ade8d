package io.leasehold.providers.openai;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** OpenAI's families of endpoints, each with a usage report of its own. */
enum OpenAiUsageKind {
    COMPLETIONS("project_id,api_key_id,model,service_tier"),
    EMBEDDINGS("project_id,api_key_id,model"),
    MODERATIONS("project_id,api_key_id,model"),
    IMAGES("project_id,api_key_id,model", "images", "images"),
    AUDIO_SPEECHES("project_id,api_key_id,model", "characters", "characters"),
    AUDIO_TRANSCRIPTIONS("project_id,api_key_id,model", "seconds", "seconds"),
    VECTOR_STORES("project_id", "usage_bytes", "bytes"),
    CODE_INTERPRETER_SESSIONS("project_id", "num_sessions", "sessions"),
    FILE_SEARCH_CALLS("project_id,api_key_id", "num_requests", "searches"),
    WEB_SEARCH_CALLS("project_id,api_key_id,model", "num_requests", "searches");

    private final String groups;
    private final @Nullable String unitField;
    private final @Nullable String unit;

    OpenAiUsageKind(String groups) {
        this(groups, null, null);
    }

    OpenAiUsageKind(String groups, @Nullable String unitField, @Nullable String unit) {
        this.groups = groups;
        this.unitField = unitField;
        this.unit = unit;
    }

    /** What it is grouped by, as a query has it. */
    String groupBy() {
        return "&group_by=" + groups.replace(",", "&group_by=");
    }

    /** The field that counts what this is about; null where that is tokens. */
    @Nullable
    String unitField() {
        return unitField;
    }

    /** What that field counts. */
    @Nullable
    String unit() {
        return unit;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
