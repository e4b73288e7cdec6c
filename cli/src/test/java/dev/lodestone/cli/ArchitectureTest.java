package dev.lodestone.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Formatter;
import java.util.Locale;
import java.util.Scanner;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** Holds the walls of docs/ARCHITECTURE.md: one test per rule, on every module's classes. */
class ArchitectureTest {

    private static final String MODEL = "dev.lodestone.model..";
    private static final String INGEST = "dev.lodestone.ingest..";
    private static final String REPORT = "dev.lodestone.report..";
    private static final String CLI = "dev.lodestone.cli..";

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.lodestone");

    @Test
    void everyModuleIsLookedAt() {
        for (String module : new String[] {"model", "ingest", "report", "cli"}) {
            assertThat(ALL).as(module).anyMatch(c -> c.getPackageName().startsWith("dev.lodestone." + module));
        }
        assertThat(ALL).noneMatch(c -> c.getSimpleName().endsWith("Test"));
    }

    @Test
    void modelDependsOnNothingButTheJdk() {
        classes().that().resideInAPackage(MODEL).should().onlyDependOnClassesThat(resideInAnyPackage("java..", MODEL))
                .because("model is the words and the measures: it serves anyone, whatever they read with and print to")
                .check(ALL);
    }

    @Test
    void modelDoesNoInputOrOutputAndLogsNothing() {
        noClasses().that().resideInAPackage(MODEL)
                .should().dependOnClassesThat(resideInAnyPackage(
                        "java.io..", "java.nio..", "java.net..", "java.sql..", "java.util.logging..", "java.util.zip..", "java.awt.."))
                .check(ALL);
    }

    @Test
    void ingestAndReportDoNotKnowEachOther() {
        noClasses().that().resideInAPackage(INGEST).should().dependOnClassesThat().resideInAPackage(REPORT).check(ALL);
        noClasses().that().resideInAPackage(REPORT).should().dependOnClassesThat().resideInAPackage(INGEST).check(ALL);
    }

    @Test
    void onlyTheCommandLineKnowsTheCommandLine() {
        noClasses().that().resideOutsideOfPackage(CLI).should().dependOnClassesThat().resideInAnyPackage(CLI, "picocli..").check(ALL);
    }

    @Test
    void theCommandLineUsesWhatModulesOfferAndNotTheirInsides() {
        noClasses().that().resideInAPackage(CLI)
                .should().dependOnClassesThat().resideInAnyPackage("dev.lodestone.*.internal..")
                .check(ALL);
    }

    @Test
    void pdfLibraryIsSeenByOnePackageOnly() {
        noClasses().that().resideOutsideOfPackage("dev.lodestone.report.internal.pdf..")
                .should().dependOnClassesThat().resideInAnyPackage("org.openpdf..", "com.lowagie..", "org.librepdf..")
                .allowEmptyShould(true)
                .check(ALL);
    }

    @Test
    void templateEngineIsSeenByReportOnly() {
        noClasses().that().resideOutsideOfPackage("dev.lodestone.report.internal..")
                .should().dependOnClassesThat().resideInAPackage("freemarker..")
                .allowEmptyShould(true)
                .check(ALL);
    }

    @Test
    void workbooksAreReadAndWrittenInsideOnly() {
        noClasses().that().resideOutsideOfPackages("dev.lodestone.ingest.internal..", "dev.lodestone.report.internal..", "dev.lodestone.report.data..")
                .should().dependOnClassesThat().resideInAPackage("org.apache.poi..")
                .check(ALL);
    }

    @Test
    void delimitedTextAndLayoutFilesAreReadByIngestOnly() {
        noClasses().that().resideOutsideOfPackage(INGEST)
                .should().dependOnClassesThat().resideInAnyPackage("com.opencsv..", "org.snakeyaml..")
                .check(ALL);
    }

    @Test
    void nobodyButTheCommandLineReadsTheClock() {
        noClasses().that().resideOutsideOfPackage(CLI)
                .should().callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
                .orShould().callMethod(System.class, "currentTimeMillis")
                .orShould().callConstructor(Date.class)
                .orShould().callMethodWhere(target(owner(is(Clock.class))).and(target(nameStartingWith("system"))))
                .because("the same input must give the same bytes, today and next year")
                .check(ALL);
    }

    @Test
    void nothingDependsOnTheMachinesLocale() {
        noClasses().should().callMethod(Locale.class, "getDefault")
                .orShould().callMethod(String.class, "toUpperCase")
                .orShould().callMethod(String.class, "toLowerCase")
                .orShould().callMethod(String.class, "format", String.class, Object[].class)
                .orShould().callMethod(String.class, "formatted", Object[].class)
                .orShould().callMethod(PrintStream.class, "printf", String.class, Object[].class)
                .orShould().callMethod(PrintWriter.class, "printf", String.class, Object[].class)
                .orShould().callMethod(PrintWriter.class, "format", String.class, Object[].class)
                .orShould().callConstructor(Formatter.class)
                .orShould().callConstructor(Formatter.class, Appendable.class)
                .orShould().callConstructor(DecimalFormat.class, String.class)
                .orShould().callConstructor(DecimalFormatSymbols.class)
                .orShould().callConstructor(SimpleDateFormat.class, String.class)
                .orShould().callMethod(NumberFormat.class, "getInstance")
                .orShould().callMethod(NumberFormat.class, "getNumberInstance")
                .orShould().callMethod(NumberFormat.class, "getPercentInstance")
                .orShould().callMethod(DateTimeFormatter.class, "ofPattern", String.class)
                .check(ALL);
    }

    @Test
    void nothingDependsOnTheMachinesZone() {
        noClasses().that().resideOutsideOfPackage(CLI)
                .should().callMethod(ZoneId.class, "systemDefault")
                .orShould().callMethod(TimeZone.class, "getDefault")
                .check(ALL);
    }

    @Test
    void nothingDependsOnTheMachinesCharset() {
        noClasses().should().callMethod(Charset.class, "defaultCharset")
                .orShould().callMethod(String.class, "getBytes")
                .orShould().callConstructor(String.class, byte[].class)
                .orShould().callConstructor(String.class, byte[].class, int.class, int.class)
                .orShould().callConstructor(InputStreamReader.class, InputStream.class)
                .orShould().callConstructor(OutputStreamWriter.class, OutputStream.class)
                .orShould().callConstructor(FileReader.class, String.class)
                .orShould().callConstructor(FileReader.class, File.class)
                .orShould().callConstructor(FileWriter.class, String.class)
                .orShould().callConstructor(FileWriter.class, File.class)
                .orShould().callConstructor(PrintStream.class, OutputStream.class)
                .orShould().callConstructor(PrintWriter.class, OutputStream.class)
                .orShould().callConstructor(Scanner.class, InputStream.class)
                .check(ALL);
    }

    @Test
    void nobodyPrintsPastTheCommandLinesStreams() {
        noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err").check(ALL);
    }

    @Test
    void onlyMainEndsTheProcess() {
        noClasses().that(not(is(Main.class)))
                .should().callMethod(System.class, "exit", int.class)
                .orShould().callMethod(Runtime.class, "halt", int.class)
                .check(ALL);
    }

    @Test
    void packagesOfAModuleFormNoCycle() {
        slices().matching("dev.lodestone.(*)..").should().beFreeOfCycles().check(ALL);
        slices().matching("dev.lodestone.model.(*)..").should().beFreeOfCycles().check(ALL);
        slices().matching("dev.lodestone.ingest.internal.(*)..").should().beFreeOfCycles().allowEmptyShould(true).check(ALL);
        slices().matching("dev.lodestone.report.(**)").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void classesAreNamedForWhatTheyAre() {
        noClasses().should().haveSimpleNameEndingWith("Utils")
                .orShould().haveSimpleNameEndingWith("Util")
                .orShould().haveSimpleNameEndingWith("Helper")
                .orShould().haveSimpleNameEndingWith("Manager")
                .check(ALL);
    }

    private static DescribedPredicate<JavaClass> is(Class<?> type) {
        return DescribedPredicate.describe(type.getName(), c -> c.getName().equals(type.getName()));
    }

}
