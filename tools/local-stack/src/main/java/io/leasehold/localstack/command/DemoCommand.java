package io.leasehold.localstack.command;

import io.leasehold.localstack.LocalStack;
import io.leasehold.localstack.demo.Demo;
import io.leasehold.localstack.settings.Ports;
import io.leasehold.localstack.settings.StackHome;

/** {@code demo}: sends traffic to the stack that {@code up} started. */
final class DemoCommand {
    private DemoCommand() {}

    static int run(Arguments arguments) throws Exception {
        arguments.expectNoMore();
        StackHome home = StackHome.fromEnvironment(System.getenv());
        var supervisor = new RunningSupervisor(home);
        if (!supervisor.isAlive() || !supervisor.isReady()) {
            System.err.println("Leasehold is not running. Start it first: ./leasehold up --detach");
            return 1;
        }
        Ports ports = Ports.fromEnvironment(System.getenv());
        LocalStack stack = LocalStack.builder().home(home.folder()).ports(ports).build();
        new Demo(ports, stack.addresses().keycloak()).run();
        return 0;
    }
}
