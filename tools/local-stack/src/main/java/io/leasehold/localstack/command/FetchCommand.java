package io.leasehold.localstack.command;

import io.leasehold.localstack.ServerFactory;
import io.leasehold.localstack.settings.StackHome;

/** {@code fetch}: gets the servers' programs ahead of time, while the services are still being built. */
final class FetchCommand {
    private FetchCommand() {}

    static int run(Arguments arguments) throws Exception {
        arguments.expectNoMore();
        var environment = System.getenv();
        new ServerFactory(StackHome.fromEnvironment(environment), environment).fetch();
        return 0;
    }
}
