package io.leasehold.cli;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Renews classes of libraries that were compiled for a Java so old (before 6) that the virtual machine keeps none of them in
 * an AOT cache: they would be found, read and checked anew at each start, which takes longer than a command does.
 */
public final class OldClasses {
    private static final int OLDEST_KEPT = ClassFile.JAVA_6_VERSION;
    private static final int RENEWED = ClassFile.JAVA_17_VERSION;

    /** Bodies are written anew, so that they get the stack maps that later versions must have. */
    private static final ClassTransform RENEWAL = ClassTransform.transformingMethodBodies(
                    (code, instruction) -> code.with(instruction))
            .andThen((type, part) ->
                    type.with(part instanceof ClassFileVersion ? ClassFileVersion.of(RENEWED, 0) : part));

    /** The libraries are on the class path, so that their types are known. */
    private static final ClassFile CLASSES = ClassFile.of(
            ClassHierarchyResolverOption.of(
                    ClassHierarchyResolver.ofResourceParsing(OldClasses.class.getClassLoader())),
            StackMapsOption.GENERATE_STACK_MAPS);

    private OldClasses() {}

    /** @param arguments the folder with the libraries, and the JAR to write, which goes before them on the class path */
    public static void main(String[] arguments) throws IOException {
        renew(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    static void renew(Path libraries, Path to) throws IOException {
        try (Stream<Path> files = Files.list(libraries);
                JarOutputStream renewed = new JarOutputStream(Files.newOutputStream(to))) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            for (Path library : jars) {
                try (JarFile jar = new JarFile(library.toFile())) {
                    renew(jar, renewed);
                }
            }
        }
    }

    private static void renew(JarFile jar, JarOutputStream renewed) throws IOException {
        for (JarEntry entry : Collections.list(jar.entries())) {
            if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/")) {
                ClassModel found = CLASSES.parse(read(jar, entry));
                if (found.majorVersion() < OLDEST_KEPT) {
                    renewed.putNextEntry(new JarEntry(entry.getName()));
                    renewed.write(CLASSES.transformClass(found, RENEWAL));
                    renewed.closeEntry();
                }
            }
        }
    }

    private static byte[] read(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream content = jar.getInputStream(entry)) {
            return content.readAllBytes();
        }
    }
}
