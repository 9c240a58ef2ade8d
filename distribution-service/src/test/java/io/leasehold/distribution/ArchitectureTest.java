package io.leasehold.distribution;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.leasehold.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses own = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.leasehold.distribution");

    @Test
    void theServiceKeepsToTheCommonRules() {
        ArchitectureRules.check("io.leasehold.distribution");
    }

    @Test
    void featuresDependOnEachOtherInOneDirection() {
        SlicesRuleDefinition.slices()
                .matching("io.leasehold.distribution.(*)..")
                .should()
                .beFreeOfCycles()
                .check(own);
    }

    @Test
    void onlyWhatServesEveryWorkspaceAtOnceGoesAroundRowLevelSecurity() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.(\\w+Sweep|\\w+Check|SpendTeller|WatchFeed|Arbiter|LostReplicas)(\\$.*)?")
                // Looks at replicas, which belong to no workspace.
                .and()
                .haveNameNotMatching(".*\\.PresumedService")
                // Find whoever comes with a token or credential, before any workspace is known.
                .and()
                .haveNameNotMatching(".*\\.(LeaseService|EnrolmentService|NodeIdentities)")
                .should()
                .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.nameMatching("asSystem|useSystem")))
                .because("row-level security is what keeps workspaces apart")
                .check(own);
    }
}
