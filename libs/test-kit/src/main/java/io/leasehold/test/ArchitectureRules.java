package io.leasehold.test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.List;

/** What is true of every service's code; each service checks itself against it in one test. */
public final class ArchitectureRules {
    private static final List<ArchRule> RULES = List.of(
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Resource")
                    .should()
                    .dependOnClassesThat()
                    .haveSimpleNameEndingWith("Store")
                    .because("a resource calls one service method and never a store"),
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Resource")
                    .should()
                    .dependOnClassesThat()
                    .haveSimpleName("Database")
                    .because("transactions begin in services"),
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Store")
                    .should()
                    .dependOnClassesThat()
                    .haveSimpleName("Database")
                    .because("a store works in the transaction that it is given"),
            noClasses().should().callMethod(Instant.class, "now").because("time comes from the injected Clock"),
            noClasses()
                    .should()
                    .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|DTO|Dto)")
                    .because("such a name says nothing"),
            classes()
                    .that()
                    .haveSimpleNameEndingWith("Config")
                    .and()
                    .areInterfaces()
                    .should()
                    .beAnnotatedWith("io.smallrye.config.ConfigMapping")
                    .because("configuration is one mapping per feature")
                    .allowEmptyShould(true));

    private ArchitectureRules() {}

    /** @param rootPackage the service's own, such as {@code io.leasehold.key} */
    public static void check(String rootPackage) {
        JavaClasses own = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(rootPackage);
        RULES.forEach(rule -> rule.allowEmptyShould(true).check(own));
        seesLibrariesOnly(rootPackage).check(own);
    }

    private static ArchRule seesLibrariesOnly(String rootPackage) {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.leasehold..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(resideInAnyPackage(
                                rootPackage + "..",
                                "io.leasehold.contracts..",
                                "io.leasehold.discovery..",
                                "io.leasehold.kit..",
                                "io.leasehold.providers.."))))
                .because("services see libs/ only, never each other")
                .allowEmptyShould(true);
    }
}
