package io.leasehold.collector;

import io.leasehold.kit.id.Ids;
import io.leasehold.test.StrangersContract;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Nothing of this service is told to strangers, not even that it is there. */
@QuarkusTest
class StrangersTest extends StrangersContract {
    @Override
    protected Belongings fill(TestWorkspace theirs) {
        Accounts accounts = new Accounts(theirs);
        UUID account = Ids.next();
        accounts.tell(account, "no-such-provider", URI.create("http://localhost"), null, 1);
        accounts.awaitStatus(account, "unsupported");
        UUID key = accounts.tellKey(account, "no-such-provider", "key_" + account);
        return new Belongings(
                List.of(account.toString(), key.toString()),
                List.of(
                        "/api/v1/usage/accounts",
                        "/api/v1/costs/provider",
                        "/api/v1/usage/providers",
                        "/api/v1/usage/history",
                        "/api/v1/usage/raw-responses"));
    }
}
