package io.leasehold.sim.anthropic.report;

import io.leasehold.sim.ledger.LedgerRow;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What reports can be grouped and filtered by. What the simulator has no notion of is null in every row. */
enum Dimension {
    ACCOUNT_ID,
    ACTOR(LedgerRow::keyId),
    ACTOR_TYPE(row -> "api_actor"),
    AGENT_ID,
    API_KEY_ID(LedgerRow::keyId),
    CLAUDE_TAG_CATEGORY,
    CLAUDE_TAG_USER_ID,
    CONTEXT_WINDOW(row -> row.isLongContext() ? "200k-1M" : "0-200k"),
    COST_TYPE(row -> "tokens"),
    DEPLOYMENT_ID,
    ENVIRONMENT_ID,
    INFERENCE_GEO(row -> row.rate().geo().wireName()),
    MODEL(row -> row.rate().model()),
    ORGANIZATION_ID,
    PRODUCT(row -> "messages_api"),
    RBAC_GROUP_ID,
    SERVICE_ACCOUNT_ID,
    SERVICE_TIER(row -> "standard"),
    SESSION_ID,
    SLACK_CHANNEL_ID,
    SPEED(row -> row.rate().speed().wireName()),
    /** Not of a row but of a part of its cost; see {@link CostPart}. */
    TOKEN_TYPE,
    USER_PROFILE_ID,
    WORKSPACE_ID(LedgerRow::workspaceId);

    private final Function<LedgerRow, @Nullable String> value;

    Dimension() {
        this(row -> null);
    }

    Dimension(Function<LedgerRow, @Nullable String> value) {
        this.value = value;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The query parameter that filters by it. */
    String filterName() {
        return switch (this) {
            case ACTOR -> "actor_ids";
            case CLAUDE_TAG_CATEGORY -> "claude_tag_categories";
            default -> wireName() + "s";
        };
    }

    @Nullable
    String of(LedgerRow row) {
        return value.apply(row);
    }
}
