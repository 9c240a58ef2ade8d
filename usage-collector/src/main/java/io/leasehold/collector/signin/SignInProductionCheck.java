package io.leasehold.collector.signin;

import io.leasehold.kit.production.ProductionCheck;
import jakarta.inject.Singleton;
import java.util.List;

/** Tokens come from where users sign in, and must not be read on the way. */
@Singleton
class SignInProductionCheck implements ProductionCheck {
    private final SignInConfig config;

    SignInProductionCheck(SignInConfig config) {
        this.config = config;
    }

    @Override
    public List<String> violations() {
        return config.baseUrl()
                .filter(url -> !"https".equalsIgnoreCase(url.getScheme()))
                .map(url -> List.of("leasehold.sign-in.github.base-url is not https."))
                .orElse(List.of());
    }
}
