package io.leasehold.contracts.event;

import io.leasehold.contracts.Topic;
import java.util.Arrays;
import java.util.Optional;

/** Every kind of event that is written, with its topic and the record that is its data. */
public enum EventType {
    WORKSPACE_CHANGED("WorkspaceChanged", Topic.WORKSPACES, WorkspaceView.class),
    ACCOUNT_CHANGED("AccountChanged", Topic.ACCOUNTS, AccountView.class),
    KEY_ADDED("KeyAdded", Topic.KEYS, KeyView.class),
    KEY_STATE_CHANGED("KeyStateChanged", Topic.KEYS, KeyView.class),
    KEY_ROTATED("KeyRotated", Topic.KEYS, KeyView.class),
    KEY_VERIFIED("KeyVerified", Topic.KEYS, KeyView.class),
    LIMITS_CHANGED("LimitsChanged", Topic.LIMITS, LimitsView.class),
    PRICE_OVERRIDES_CHANGED("PriceOverridesChanged", Topic.PRICES, PriceOverridesView.class),
    LEASE_GRANTED("LeaseGranted", Topic.LEASES, LeaseView.class),
    LEASE_RENEWED("LeaseRenewed", Topic.LEASES, LeaseView.class),
    LEASE_RELEASED("LeaseReleased", Topic.LEASES, LeaseView.class),
    LEASE_EXPIRED("LeaseExpired", Topic.LEASES, LeaseView.class),
    LEASE_REVOKED("LeaseRevoked", Topic.LEASES, LeaseView.class),
    NODE_ENROLLED("NodeEnrolled", Topic.NODES, NodeView.class),
    NODE_LOST("NodeLost", Topic.NODES, NodeView.class),
    NODE_BACK("NodeBack", Topic.NODES, NodeView.class),
    NODE_CHANGED("NodeChanged", Topic.NODES, NodeView.class),
    NODE_REMOVED("NodeRemoved", Topic.NODES, NodeView.class),
    REQUEST_COMPLETED("RequestCompleted", Topic.REQUESTS, RequestCompleted.class),
    EXCHANGE_CAPTURED("ExchangeCaptured", Topic.CONTENT, ExchangeCaptured.class),
    SPEND_CHANGED("SpendChanged", Topic.SPEND, SpendView.class),
    HOLD_CREDITED("HoldCredited", Topic.CREDITS, HoldCredited.class),
    DIRECT_USE_CHANGED("DirectUseChanged", Topic.SPEND, DirectUseView.class),
    COST_REPORTED("CostReported", Topic.USAGE, CostReported.class),
    USAGE_SAMPLED("UsageSampled", Topic.USAGE, UsageSampled.class),
    QUOTA_OBSERVED("QuotaObserved", Topic.USAGE, QuotaObserved.class),
    KEY_OBSERVED("KeyObserved", Topic.USAGE, KeyObserved.class),
    USAGE_REPORTED("UsageReported", Topic.USAGE, UsageReported.class),
    PROVIDER_STATUS_CHANGED("ProviderStatusChanged", Topic.USAGE, ProviderStatus.class),
    AUDITED("Audited", Topic.AUDIT, AuditEntry.class),
    AUDIT_ANCHORED("AuditAnchored", Topic.AUDIT, AuditAnchored.class),
    API_TOKEN_USED("ApiTokenUsed", Topic.AUDIT, ApiTokenUsed.class);

    private static final String PREFIX = "io.leasehold.";

    private final String simpleName;
    private final Topic topic;
    private final Class<? extends EventData> dataType;

    EventType(String simpleName, Topic topic, Class<? extends EventData> dataType) {
        this.simpleName = simpleName;
        this.topic = topic;
        this.dataType = dataType;
    }

    /** The CloudEvents {@code type}, such as {@code io.leasehold.KeyAdded}. */
    public String ceType() {
        return PREFIX + simpleName;
    }

    public String simpleName() {
        return simpleName;
    }

    public Topic topic() {
        return topic;
    }

    public Class<? extends EventData> dataType() {
        return dataType;
    }

    /** Empty for a type that this version does not know; such an event is skipped, not refused. */
    public static Optional<EventType> find(String ceType) {
        return Arrays.stream(values())
                .filter(type -> type.ceType().equals(ceType))
                .findFirst();
    }
}
