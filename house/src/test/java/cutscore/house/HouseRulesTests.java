package cutscore.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** Rules 1, 2, 3, 5 and 8 of the house, read from the compiled classes. */
class HouseRulesTests {
    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("cutscore");

    // Rule 1: calls go upstream; what stands at the end of the stream is called by nobody.
    private static final ArchRule NOBODY_LEANS_ON_VERIFICATION =
            noClasses()
                    .that()
                    .resideInAPackage("cutscore.server..")
                    .and()
                    .resideOutsideOfPackages(
                            "cutscore.server.verification..", "cutscore.server.cycle..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("cutscore.server.verification..");

    private static final ArchRule NOBODY_CALLS_NOTICE =
            noClasses()
                    .that()
                    .resideInAPackage("cutscore.server..")
                    .and()
                    .resideOutsideOfPackage("cutscore.server.notice..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("cutscore.server.notice..");

    // Rule 3.
    private static final ArchRule KERNEL_KNOWS_ONLY_THE_JDK =
            noClasses()
                    .that()
                    .resideInAPackage("cutscore.kernel..")
                    .should()
                    .dependOnClassesThat()
                    .resideOutsideOfPackages(
                            "cutscore.kernel..", "java..", "javax.crypto..", "org.jspecify..");

    private static final ArchRule OFFLINE_TOOLS_KNOW_NO_SERVER =
            noClasses()
                    .that()
                    .resideInAPackage("cutscore.cli..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("cutscore.server.."));

    private static final ArchRule WORKBOOKS_LEAN_ON_THE_KERNEL_ALONE =
            noClasses()
                    .that()
                    .resideInAPackage("cutscore.sheet..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "cutscore.server..", "cutscore.cli..", "org.springframework..");

    private static final ArchRule KERNEL_NEEDS_NO_SQL_LOG_OR_FRAMEWORK =
            noClasses()
                    .that()
                    .resideInAPackage("cutscore.kernel..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "java.util.logging..", "java.lang.reflect..");

    // Rule 2: the ledger is called inside the act's own transaction, never told afterwards.
    private static final ArchRule THE_LEDGER_LISTENS_TO_NOBODY =
            noMethods()
                    .that()
                    .areDeclaredInClassesThat()
                    .resideInAPackage("cutscore.server.ledger..")
                    .should()
                    .beAnnotatedWith(EventListener.class)
                    .orShould()
                    .beAnnotatedWith(TransactionalEventListener.class);

    // Rule 5: rows stay at home.
    private static final ArchRule TABLES_STAY_IN_THEIR_MODULE =
            classes()
                    .that()
                    .haveSimpleNameEndingWith("Table")
                    .and()
                    .resideInAPackage("cutscore.server..")
                    .should()
                    .bePackagePrivate();

    // Rule 8: what varies comes in through constructors.
    private static final ArchRule NO_FIELD_IS_INJECTED =
            com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields()
                    .should()
                    .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired");

    private static final ArchRule THE_KERNEL_READS_NO_CLOCK_AND_NO_ENVIRONMENT =
            noClasses()
                    .that()
                    .resideInAPackage("cutscore.kernel..")
                    .should()
                    .callMethod(System.class, "getenv", String.class)
                    .orShould()
                    .callMethod(System.class, "getProperty", String.class)
                    .orShould()
                    .callMethod(System.class, "nanoTime")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.Random");

    @Test
    void callsGoUpstreamAndNobodyLeansOnVerification() {
        NOBODY_LEANS_ON_VERIFICATION.check(HOUSE);
        NOBODY_CALLS_NOTICE.check(HOUSE);
    }

    @Test
    void theKernelKnowsOnlyTheJdk() {
        KERNEL_KNOWS_ONLY_THE_JDK.check(HOUSE);
        KERNEL_NEEDS_NO_SQL_LOG_OR_FRAMEWORK.check(HOUSE);
    }

    @Test
    void theOfflineToolsKnowNothingOfTheServer() {
        OFFLINE_TOOLS_KNOW_NO_SERVER.check(HOUSE);
        WORKBOOKS_LEAN_ON_THE_KERNEL_ALONE.check(HOUSE);
    }

    @Test
    void anActAndItsLedgerEntryAreOneTransaction() {
        THE_LEDGER_LISTENS_TO_NOBODY.check(HOUSE);
        methods()
                .that()
                .haveName("append")
                .and()
                .areDeclaredIn("cutscore.server.ledger.Ledger")
                .should(
                        com.tngtech.archunit.lang.conditions.ArchConditions.be(
                                com.tngtech.archunit.base.DescribedPredicate.describe(
                                        "callable only inside a transaction",
                                        m ->
                                                m.getAnnotationOfType(Transactional.class)
                                                                .propagation()
                                                        == Propagation.MANDATORY)))
                .check(HOUSE);
    }

    @Test
    void rowsStayInTheirModule() {
        TABLES_STAY_IN_THEIR_MODULE.check(HOUSE);
    }

    @Test
    void clocksIdsAndRandomnessComeInThroughConstructors() {
        NO_FIELD_IS_INJECTED.check(HOUSE);
        THE_KERNEL_READS_NO_CLOCK_AND_NO_ENVIRONMENT.check(HOUSE);
    }

    @Test
    void theRulesCanFail() {
        var planted = new ClassFileImporter().importClasses(Planted.class, PlantedTable.class);
        assertThatThrownBy(() -> TABLES_STAY_IN_THEIR_MODULE_ANYWHERE.check(planted))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> NO_FIELD_IS_INJECTED.check(planted))
                .isInstanceOf(AssertionError.class);
        assertThat(HOUSE).hasSizeGreaterThan(100);
    }

    private static final ArchRule TABLES_STAY_IN_THEIR_MODULE_ANYWHERE =
            classes().that().haveSimpleNameEndingWith("Table").should().bePackagePrivate();

    static final class Planted {
        @org.springframework.beans.factory.annotation.Autowired Object injected = "";
    }

    /** A table that anybody could use. */
    public static final class PlantedTable {}
}
