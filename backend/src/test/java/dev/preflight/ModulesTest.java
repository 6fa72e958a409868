package dev.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import dev.preflight.accounts.fixture.ForbiddenDependency;
import dev.preflight.unlisted.UnlistedModule;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which module may use which: everything that this table does not allow is forbidden, a module that
 * it does not name above all. Each rule is shown a violation, to prove that it bites.
 */
class ModulesTest {

    private static final String ROOT = "dev.preflight";

    private static final Map<String, Set<String>> MAY_USE =
            Map.of(
                    "web", Set.of(),
                    "crossorigin", Set.of("web"),
                    "accounts", Set.of("web"),
                    "sessions", Set.of("web", "accounts", "crossorigin"),
                    "posts", Set.of("web", "accounts", "sessions"),
                    "lab", Set.of("web", "crossorigin", "sessions"));

    private static final Path SOURCES = Path.of("src/main/java/dev/preflight");

    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(ROOT);

    @Test
    void eachModuleUsesOnlyWhatTheTableAllows() {
        assertThat(violations(PRODUCT)).isEmpty();
    }

    @Test
    void theTableNamesEveryModuleAndNoOther() {
        Set<String> modules = new TreeSet<>();
        PRODUCT.forEach(type -> modules.add(module(type)));
        modules.remove("");

        assertThat(modules).isEqualTo(new TreeSet<>(MAY_USE.keySet()));
    }

    @Test
    void aForbiddenDependencyIsFound() {
        assertThat(violations(new ClassFileImporter().importClasses(ForbiddenDependency.class)))
                .isNotEmpty()
                .allSatisfy(
                        violation ->
                                assertThat(violation).contains("accounts must not use sessions"));
    }

    @Test
    void aModuleThatTheTableDoesNotNameIsFound() {
        assertThat(violations(new ClassFileImporter().importClasses(UnlistedModule.class)))
                .isNotEmpty()
                .allSatisfy(
                        violation ->
                                assertThat(violation).contains("unlisted must not use accounts"));
    }

    @Test
    void whatNoOtherPackageUsesIsPackagePrivate() {
        assertThat(needlesslyPublic(PRODUCT)).isEmpty();
    }

    @Test
    void aNeedlesslyPublicTypeIsFound() {
        assertThat(needlesslyPublic(new ClassFileImporter().importClasses(UnlistedModule.class)))
                .containsExactly(UnlistedModule.class.getName());
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() throws IOException {
        try (Stream<Path> folders = Files.walk(SOURCES).filter(Files::isDirectory)) {
            assertThat(folders)
                    .isNotEmpty()
                    .allSatisfy(
                            folder ->
                                    assertThat(folder.resolve("package-info.java"))
                                            .content()
                                            .startsWith("/**")
                                            .contains("@NullMarked"));
        }
    }

    private static List<String> violations(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(
                        dependency ->
                                !isAllowed(
                                        module(dependency.getOriginClass()),
                                        dependency.getTargetClass()))
                .map(
                        dependency ->
                                module(dependency.getOriginClass())
                                        + " must not use "
                                        + module(dependency.getTargetClass())
                                        + ": "
                                        + dependency.getDescription())
                .distinct()
                .limit(20)
                .toList();
    }

    private static boolean isAllowed(String from, JavaClass target) {
        boolean ours = target.getPackageName().startsWith(ROOT);
        String to = module(target);
        // The application itself puts the modules together; none of them may use it.
        return !ours
                || from.isEmpty()
                || from.equals(to)
                || MAY_USE.getOrDefault(from, Set.of()).contains(to);
    }

    /** The first package below the root; empty for the root itself. */
    private static String module(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT + ".")) {
            return "";
        }
        return name.substring(ROOT.length() + 1).split("\\.", 2)[0];
    }

    /** A type counts as used where a type inside it is. */
    private static List<String> needlesslyPublic(JavaClasses classes) {
        Set<String> usedElsewhere = new TreeSet<>();
        for (JavaClass type : classes) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                if (!dependency.getTargetClass().getPackageName().equals(type.getPackageName())) {
                    usedElsewhere.add(topLevelName(dependency.getTargetClass()));
                }
            }
        }
        return classes.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> type.getEnclosingClass().isEmpty())
                // Names like this one are generated.
                .filter(type -> !type.getName().contains(".$"))
                .filter(type -> !module(type).isEmpty())
                .map(JavaClass::getName)
                .filter(name -> !usedElsewhere.contains(name))
                .toList();
    }

    private static String topLevelName(JavaClass type) {
        return type.getEnclosingClass().map(ModulesTest::topLevelName).orElseGet(type::getName);
    }
}
