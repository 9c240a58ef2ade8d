package io.leasehold.gateway.feed;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.contracts.event.PriceOverridesView;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.gateway.capture.CaptureRules;
import io.leasehold.gateway.hold.FailOpen;
import io.leasehold.gateway.hold.Holds;
import io.leasehold.gateway.key.Keys;
import io.leasehold.gateway.lease.Leases;
import io.leasehold.gateway.lease.ServedWorkspace;
import io.leasehold.gateway.limit.ApplicableLimits;
import io.leasehold.gateway.limit.Domains;
import io.leasehold.gateway.limit.Limits;
import io.leasehold.gateway.secret.Secrets;
import io.leasehold.kit.event.ReceivedEvent;
import io.leasehold.providers.price.WorkspacePrices;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Brings what the topics tell to those who need it. */
@Singleton
class Views {
    private final Leases leases;
    private final Keys keys;
    private final Limits limits;
    private final Domains domains;
    private final CaptureRules captureRules;
    private final Secrets secrets;
    private final Holds holds;
    private final FailOpen failOpen;
    private final ServedWorkspace served;
    private final WorkspacePrices prices;

    Views(
            Leases leases,
            Keys keys,
            Limits limits,
            Domains domains,
            CaptureRules captureRules,
            Secrets secrets,
            Holds holds,
            FailOpen failOpen,
            ServedWorkspace served,
            WorkspacePrices prices) {
        this.leases = leases;
        this.keys = keys;
        this.limits = limits;
        this.domains = domains;
        this.captureRules = captureRules;
        this.secrets = secrets;
        this.holds = holds;
        this.failOpen = failOpen;
        this.served = served;
        this.prices = prices;
    }

    void apply(ReceivedEvent event) {
        switch (event.data()) {
            case LeaseView lease -> changed(lease);
            case KeyView key -> changed(key);
            case LimitsView view -> limits.put(view);
            case PriceOverridesView overrides -> prices.put(overrides);
            case WorkspaceView workspace -> {
                domains.put(workspace);
                captureRules.put(workspace);
                failOpen.put(workspace);
                served.put(workspace);
            }
            case null, default ->
                throw new IllegalArgumentException("Not a view that this version knows: " + event.type());
        }
    }

    /**
     * The last that was told of it can't be read. Nobody uses a key or a lease then; a lease's token is asked about at
     * distribution-service. A scope counts as limited in every period, of which the arbiter knows. Nothing is kept of a
     * workspace's traffic, and no price is known where its own ones can't be read.
     */
    void distrust(Topic topic, String aggregateKey) {
        switch (topic) {
            case LEASES -> leases.remove(UUID.fromString(aggregateKey));
            case KEYS -> removeKey(UUID.fromString(aggregateKey));
            case LIMITS -> limits.distrust(aggregateKey);
            case PRICES -> prices.distrust(UUID.fromString(aggregateKey));
            case WORKSPACES -> {
                domains.distrust(UUID.fromString(aggregateKey));
                captureRules.remove(UUID.fromString(aggregateKey));
                failOpen.remove(UUID.fromString(aggregateKey));
                served.remove(UUID.fromString(aggregateKey));
            }
            default -> {}
        }
    }

    /** What was there at the start is known now. */
    void loaded() {
        secrets.fetchAhead(keys);
    }

    /** A tombstone. */
    void remove(Topic topic, String aggregateKey) {
        switch (topic) {
            case LEASES -> removeLease(UUID.fromString(aggregateKey));
            case KEYS -> removeKey(UUID.fromString(aggregateKey));
            case LIMITS -> limits.remove(aggregateKey);
            case PRICES -> prices.remove(UUID.fromString(aggregateKey));
            case WORKSPACES -> {
                domains.remove(UUID.fromString(aggregateKey));
                captureRules.remove(UUID.fromString(aggregateKey));
                failOpen.remove(UUID.fromString(aggregateKey));
                served.remove(UUID.fromString(aggregateKey));
            }
            default -> {}
        }
    }

    private void changed(LeaseView lease) {
        if (leases.put(lease) && lease.state().usable()) {
            secrets.want(lease.keyId(), keys.find(lease.keyId()));
        }
    }

    private void changed(KeyView key) {
        if (keys.put(key)) {
            secrets.changed(key);
        }
    }

    private void removeLease(UUID leaseId) {
        LeaseView known = leases.remove(leaseId);
        if (known != null) {
            holds.forget(ApplicableLimits.lease(known));
        }
    }

    private void removeKey(UUID keyId) {
        keys.remove(keyId);
        secrets.removed(keyId);
    }
}
