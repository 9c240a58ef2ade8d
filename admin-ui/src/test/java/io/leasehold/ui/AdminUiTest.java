package io.leasehold.ui;

import io.leasehold.test.Servers;
import io.leasehold.test.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;

/** What every test against the running backend has: its address and a browser. */
@QuarkusTestResource(value = ServiceUnderTest.class, initArgs = @ResourceArg(name = "service", value = "admin-ui"))
@QuarkusTestResource(FakeServices.class)
public abstract class AdminUiTest {
    @TestHTTPResource
    URI address;

    protected Browser browser() {
        return new Browser(address);
    }

    /** Ada, who is an admin of {@code acme}. */
    protected Browser signedIn() {
        Browser browser = browser();
        browser.signIn("/", "ada", passwordOf("ada"));
        return browser;
    }

    protected static String passwordOf(String user) {
        return Servers.addresses().keycloak().userPassword(user);
    }
}
