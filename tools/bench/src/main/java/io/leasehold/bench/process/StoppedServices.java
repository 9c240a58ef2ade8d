package io.leasehold.bench.process;

import io.leasehold.localstack.settings.Service;
import io.leasehold.localstack.settings.StackHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Services that stand still until this is closed, or this process ends otherwise: what they would do takes time from what is
 * measured, and in the field they are on other machines.
 */
public final class StoppedServices implements AutoCloseable {
    private final List<MeasuredProcess> stopped = new ArrayList<>();
    private final Thread atTheEnd = new Thread(this::goOn, "go-on");

    private StoppedServices() {
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    /** @throws IllegalStateException when one of them does not run */
    public static StoppedServices stop(StackHome home, Service... services) throws IOException {
        StoppedServices stopped = new StoppedServices();
        for (Service service : services) {
            MeasuredProcess process = MeasuredProcess.find(home, service.id());
            signal("-STOP", process);
            stopped.stopped.add(process);
        }
        return stopped;
    }

    private static void signal(String signal, MeasuredProcess process) {
        try {
            int result = new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (result != 0) {
                throw new IllegalStateException(process.component() + " does not take the signal " + signal);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void goOn() {
        stopped.forEach(process -> signal("-CONT", process));
        stopped.clear();
    }

    @Override
    public void close() {
        goOn();
        Runtime.getRuntime().removeShutdownHook(atTheEnd);
    }
}
