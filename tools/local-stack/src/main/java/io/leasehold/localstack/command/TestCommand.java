package io.leasehold.localstack.command;

import io.leasehold.localstack.LocalStack;
import io.leasehold.localstack.StackAddresses;
import io.leasehold.localstack.component.ComponentFailure;
import io.leasehold.localstack.settings.Ports;
import io.leasehold.localstack.settings.StackHome;
import io.leasehold.localstack.vault.VaultBuild;
import io.leasehold.localstack.vault.VaultLocator;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** {@code test}: makes sure of what the tests need, starts the servers once, and runs Maven. */
final class TestCommand {
    private static final String WITHOUT_VAULT =
            "The tests that need a real Vault were left out: there is none, and no Go"
                    + " toolchain to build one. Put vault on PATH, or install Go and run ./leasehold vault build.";

    /** They install the chart on the cluster that the environment names; the other tests don't include them. */
    private static final String KUBERNETES_TESTS = "io.leasehold.e2e.kubernetes.*Test";

    private final Map<String, String> environment = System.getenv();
    private final StackHome home;
    private final MavenVerify verify;
    private final Optional<String> module;
    private final boolean kubernetes;
    private final Optional<BuiltStamp> built;

    private TestCommand(Arguments arguments) throws IOException {
        StackHome usual = StackHome.fromEnvironment(environment);
        this.home = usual.at(ServersCommand.testHome(usual));
        this.kubernetes = arguments.takeFlag("--kubernetes");
        this.module = kubernetes ? Optional.of("e2e") : arguments.takeValue("--module");
        this.verify = new MavenVerify(environment, home.checkout(), module, arguments.rest());
        // Only without further arguments: they may name modules, and how these are packaged.
        this.built = module.isEmpty() && arguments.rest().isEmpty()
                ? Optional.of(BuiltStamp.now(home.checkout()))
                : Optional.empty();
    }

    static int run(Arguments arguments) throws Exception {
        return new TestCommand(arguments).run();
    }

    private int run() throws IOException, InterruptedException {
        if (kubernetes) {
            verify.only(KUBERNETES_TESTS);
        } else if (module.isEmpty() || module.get().equals("e2e")) {
            verify.variable(
                    Browser.VARIABLE, new Browser(environment, home).ensure().toString());
        }
        boolean vault = ensureVault();
        int status = runOnServers();
        if (status == 0 && built.isPresent()) {
            built.get().set();
        }
        if (!vault) {
            System.out.println(WITHOUT_VAULT);
        }
        return status;
    }

    private boolean ensureVault() throws IOException, InterruptedException {
        if (new VaultLocator(environment, home).find().isPresent()) {
            return true;
        }
        if (VaultBuild.isPossible()) {
            System.out.println("Building Vault, once; this takes a few minutes (log: " + VaultBuild.log(home) + ") …");
            new VaultBuild(home).run();
            return true;
        }
        if ("true".equals(environment.get("CI"))) {
            throw new IOException(
                    "There is no Vault, and no Go toolchain to build one. With CI=true no test is left out.");
        }
        return false;
    }

    private int runOnServers() throws IOException, InterruptedException {
        var supervisor = new RunningSupervisor(home);
        if (supervisor.isAlive()) {
            supervisor.expectReady();
            expectReachable();
            System.out.println("Using the servers that run already: " + home.addresses());
            return runMaven();
        }
        supervisor.register();
        try (LocalStack stack = ServersCommand.build(home)) {
            stack.start();
            stack.addresses().store(home.addresses());
            return runMaven();
        } catch (ComponentFailure e) {
            FailureReport.print(e);
            return 1;
        } finally {
            supervisor.unregister();
        }
    }

    /** Pods can't call servers that listen for this machine only. */
    private void expectReachable() throws IOException {
        String host = StackAddresses.load(home.addresses()).postgres().host();
        if (kubernetes && !host.equals(environment.get(Ports.HOST_SETTING))) {
            throw new IOException("The servers that run already listen on " + host + ", not on "
                    + environment.get(Ports.HOST_SETTING) + ". Stop them first.");
        }
    }

    private int runMaven() throws IOException, InterruptedException {
        verify.variable(StackAddresses.ENVIRONMENT_VARIABLE, home.addresses().toString());
        return verify.run();
    }
}
