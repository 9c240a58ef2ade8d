package io.leasehold.sim;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.leasehold.sim");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.leasehold.sim.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    /** So that another provider is a package more and a line in {@link ProviderSim}. */
    @Test
    void onlyTheStartKnowsTheProviders() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.leasehold.sim",
                        "..sim.anthropic..",
                        "..sim.azure..",
                        "..sim.cohere..",
                        "..sim.github..",
                        "..sim.google..",
                        "..sim.mistral..",
                        "..sim.openai..",
                        "..sim.openrouter..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..sim.anthropic..",
                        "..sim.azure..",
                        "..sim.cohere..",
                        "..sim.github..",
                        "..sim.google..",
                        "..sim.mistral..",
                        "..sim.openai..",
                        "..sim.openrouter..")
                .check(CLASSES);
    }

    @Test
    void theBillAsksNobodyElse() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.leasehold.providers..", "io.leasehold.contracts..")
                .check(CLASSES);
    }
}
