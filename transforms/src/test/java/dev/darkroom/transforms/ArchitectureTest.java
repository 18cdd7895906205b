package dev.darkroom.transforms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What keeps the parts apart, where a review would have to notice it each time. */
class ArchitectureTest {
  private static final String BASE = "dev.darkroom.transforms.";

  private static JavaClasses main;

  @BeforeAll
  static void read() {
    main =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.darkroom.transforms");
  }

  @Test
  void theCoreIsFreeOfBeam() {
    noClasses()
        .that()
        .resideInAnyPackage(
            BASE + "image..",
            BASE + "example",
            BASE + "tfrecord.format",
            BASE + "dataset",
            BASE + "rejection",
            BASE + "json")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.beam..")
        .check(main);
  }

  @Test
  void beamsVendoredCopiesAreBeams() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.beam.vendor..")
        .check(main);
  }

  @Test
  void noRunnerIsKnown() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.beam.runners..", "org.apache.spark..")
        .check(main);
  }

  @Test
  void everyClassIsNamedForWhatItIs() {
    noClasses().should().haveNameMatching(".*(Utils?|Helpers?|Common|Manager|Misc)").check(main);
  }

  @Test
  void staticsAreFinal() {
    fields().that().areStatic().should().beFinal().check(main);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("dev.darkroom.transforms.(*)..").should().beFreeOfCycles().check(main);
  }

  @Test
  void theImagePackagesFormNoCycle() {
    slices().matching("dev.darkroom.transforms.image.(*)").should().beFreeOfCycles().check(main);
  }
}
