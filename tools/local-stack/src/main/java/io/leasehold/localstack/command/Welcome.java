package io.leasehold.localstack.command;

import io.leasehold.localstack.LocalStack;
import io.leasehold.localstack.VaultAddress;
import io.leasehold.localstack.settings.Port;
import io.leasehold.localstack.settings.Ports;

/** What {@code up} says when everything is ready. */
final class Welcome {
    private final LocalStack stack;
    private final Ports ports;

    Welcome(LocalStack stack, Ports ports) {
        this.stack = stack;
        this.ports = ports;
    }

    void print() {
        System.out.println(text());
    }

    private String text() {
        return """

                Leasehold is ready.

                  Admin UI         %s
                  Gateway          %s
                  Keycloak         %s
                  Simulator        %s
                  Secret store     %s

                  ada   ada-demo   admin of acme, platform admin
                  olga  olga-demo  operator of acme
                  vic   vic-demo   viewer of acme
                  gina  gina-demo  admin of globex

                Next:
                  1. Sign in as ada and add an API key; the simulated providers' keys are at
                     curl -s %s/control/keys
                  2. ./leasehold demo       sends traffic, and the overview begins to move
                  3. ./leasehold status     what runs; ./leasehold logs gateway -f shows what it does
                """.formatted(
                        ports.url(Port.ADMIN_UI),
                        ports.url(Port.GATEWAY),
                        ports.url(Port.KEYCLOAK),
                        ports.url(Port.PROVIDER_SIM),
                        secretStore(),
                        ports.url(Port.PROVIDER_SIM));
    }

    private String secretStore() {
        VaultAddress vault = stack.addresses().vault();
        return vault == null
                ? "sealed store in PostgreSQL; for a real Vault: ./leasehold vault build, or install one"
                : "Vault at " + vault.url();
    }
}
