package io.leasehold.key.secret;

import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.providers.Secret;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A process that dies at some call of a store: half of the times before it, half of the times after it. */
final class Mortal {
    private final AtomicInteger left;

    /** @param moments how many beginnings and ends of calls it lives to see */
    Mortal(int moments) {
        this.left = new AtomicInteger(moments);
    }

    static final class KilledException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    SecretStore behind(SecretStore real) {
        return new Watched(real);
    }

    private <T> T live(Supplier<T> call) {
        dieInTime();
        T answer = call.get();
        dieInTime();
        return answer;
    }

    private void dieInTime() {
        if (left.getAndDecrement() == 0) {
            throw new KilledException();
        }
    }

    private final class Watched implements SecretStore {
        private final SecretStore real;

        Watched(SecretStore real) {
            this.real = real;
        }

        @Override
        public String name() {
            return real.name();
        }

        @Override
        public int currentVersion(SecretPath path) {
            return live(() -> real.currentVersion(path));
        }

        @Override
        public int write(SecretPath path, int currentVersion, Secret secret) {
            return live(() -> real.write(path, currentVersion, secret));
        }

        @Override
        public Secret read(SecretPath path, int version) {
            return live(() -> real.read(path, version));
        }

        @Override
        public void destroy(SecretPath path, int version) {
            live(() -> {
                real.destroy(path, version);
                return 0;
            });
        }

        @Override
        public void destroy(SecretPath path) {
            live(() -> {
                real.destroy(path);
                return 0;
            });
        }

        @Override
        public List<SecretPath> list() {
            return live(real::list);
        }

        @Override
        public void requireReady() {
            real.requireReady();
        }
    }
}
