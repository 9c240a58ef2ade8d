package io.leasehold.key.member;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** @param adminUrl null: made from the issuer's address */
record TestMembersConfig(String secret, URI admin) implements MembersConfig {
    @Override
    public String clientId() {
        return "key-service-members";
    }

    @Override
    public Optional<String> clientSecret() {
        return Optional.of(secret);
    }

    @Override
    public Optional<URI> adminUrl() {
        return Optional.of(admin);
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(10);
    }

    @Override
    public boolean invite() {
        return true;
    }

    @Override
    public Optional<String> firstAdmin() {
        return Optional.empty();
    }

    @Override
    public int firstAdminRound() {
        return 1;
    }
}
