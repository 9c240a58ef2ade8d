package io.leasehold.cli.command;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands with what they work with. */
public final class Commands implements IFactory {
    private final Cli cli;

    public Commands(Cli cli) {
        this.cli = cli;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        try {
            Constructor<K> constructor = type.getDeclaredConstructor(Cli.class);
            // Commands are their package's own.
            constructor.setAccessible(true);
            return constructor.newInstance(cli);
        } catch (NoSuchMethodException needsNothing) {
            return CommandLine.defaultFactory().create(type);
        } catch (InvocationTargetException failure) {
            throw new IllegalStateException("A command can't be made", failure.getCause());
        }
    }
}
