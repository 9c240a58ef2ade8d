package io.leasehold.cli.command;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;

/** Makes commands with what they work with. */
public final class Commands implements IFactory {
    private final Cli cli;

    public Commands(Cli cli) {
        this.cli = cli;
    }

    /** A noun that has one verb; as it is where it has no such verb, since help and hints name them all. */
    public Object withOnly(String verb, String name, Class<?> noun) {
        return described(noun)
                .flatMap(command -> Arrays.stream(command.subcommands()))
                .filter(type ->
                        described(type).anyMatch(command -> command.name().equals(verb)))
                .findFirst()
                .<Object>map(type -> CommandSpec.create().name(name).addSubcommand(verb, new CommandLine(type, this)))
                .orElse(noun);
    }

    private static Stream<Command> described(Class<?> type) {
        return Stream.ofNullable(type.getAnnotation(Command.class));
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
