package io.leasehold.localstack.command;

import io.leasehold.localstack.LocalStack;
import io.leasehold.localstack.component.ComponentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** Runs a stack in this process until Ctrl-C, {@code down}, or the end of a component. */
final class Attended {
    private static final int FAILED = 1;

    private final LocalStack stack;
    private final RunningSupervisor supervisor;

    Attended(LocalStack stack, RunningSupervisor supervisor) {
        this.stack = stack;
        this.supervisor = supervisor;
    }

    /** What is done once everything is ready. */
    interface Greeting {
        void say() throws IOException;
    }

    int run(Greeting greeting) throws IOException, InterruptedException {
        supervisor.register();
        try {
            return runRegistered(greeting);
        } finally {
            supervisor.stopping();
            stack.close();
            Files.deleteIfExists(stack.home().addresses());
            supervisor.unregister();
        }
    }

    private int runRegistered(Greeting greeting) throws IOException, InterruptedException {
        try {
            stack.start();
            stack.addresses().store(stack.home().addresses());
            greeting.say();
            supervisor.ready();
            Optional<ComponentFailure> failure = stack.awaitFailure();
            failure.ifPresent(FailureReport::print);
            return failure.isPresent() ? FAILED : 0;
        } catch (ComponentFailure e) {
            FailureReport.print(e);
            return FAILED;
        }
    }
}
