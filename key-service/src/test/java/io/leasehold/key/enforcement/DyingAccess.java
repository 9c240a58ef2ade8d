package io.leasehold.key.enforcement;

import io.leasehold.key.account.AccountAccess;
import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.kit.database.Database;
import io.leasehold.providers.key.KeyAdmin;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;

/** A process that dies around the first call that changes something at a provider. */
final class DyingAccess extends ProviderKeyAccess {
    private static final Set<String> CHANGES = Set.of("setLimit", "disable", "enable");

    private final Death death;

    DyingAccess(Database database, ProviderDirectory providers, AccountAccess access, Death death) {
        super(database, providers, access);
        this.death = death;
    }

    /** When the process dies. */
    enum Death {
        BEFORE_IT_IS_NOTED,
        BEFORE_THE_PROVIDER_IS_ASKED,
        BEFORE_IT_IS_KEPT,
        NEVER
    }

    /** Nothing catches it, as nothing catches {@code kill -9}. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @Override
    KeyAdmin keyAdmin(ApiKey key) {
        if (death == Death.BEFORE_IT_IS_NOTED) {
            throw new Killed();
        }
        KeyAdmin real = super.keyAdmin(key);
        return (KeyAdmin) Proxy.newProxyInstance(
                KeyAdmin.class.getClassLoader(),
                new Class<?>[] {KeyAdmin.class},
                (proxy, method, arguments) -> called(real, method, arguments));
    }

    private Object called(KeyAdmin real, Method method, Object[] arguments) throws Throwable {
        boolean dies = CHANGES.contains(method.getName());
        if (dies && death == Death.BEFORE_THE_PROVIDER_IS_ASKED) {
            throw new Killed();
        }
        try {
            Object answer = method.invoke(real, arguments);
            if (dies && death == Death.BEFORE_IT_IS_KEPT) {
                throw new Killed();
            }
            return answer;
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
