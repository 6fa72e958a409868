package dev.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import dev.preflight.accounts.fixture.UntaggedServerCase;
import dev.preflight.testing.ServerTest;
import dev.preflight.testing.TestDatabase;

import io.micronaut.data.jdbc.annotation.JdbcRepository;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tests beside or below SQL run on both databases, all others on H2 alone. */
class DatabaseTagTest {

    private static final Set<String> DATABASE_TAGS = Set.of("database", "postgresql");

    @Test
    void everyTestBesideOrBelowARepositoryHasTheTagButTheOneThatHasToBeFound() {
        JavaClasses written =
                new ClassFileImporter()
                        .withImportOption(location -> !location.contains("/$"))
                        .importPackages("dev.preflight");

        assertThat(untagged(written)).containsExactly(UntaggedServerCase.class.getName());
    }

    private static List<String> untagged(JavaClasses classes) {
        Set<String> withSql =
                classes.stream()
                        .filter(type -> type.isAnnotatedWith(JdbcRepository.class))
                        .map(JavaClass::getPackageName)
                        .collect(Collectors.toSet());
        return classes.stream()
                .filter(type -> isBesideOrBelow(withSql, type.getPackageName()))
                .filter(DatabaseTagTest::hasDatabase)
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(type -> !hasTag(type.reflect()))
                .map(JavaClass::getName)
                .toList();
    }

    private static boolean isBesideOrBelow(Set<String> packages, String name) {
        return packages.stream()
                .anyMatch(other -> name.equals(other) || name.startsWith(other + "."));
    }

    private static boolean hasDatabase(JavaClass type) {
        return type.isAssignableTo(ServerTest.class)
                || type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(used -> used.getTargetClass().isEquivalentTo(TestDatabase.class));
    }

    private static boolean hasTag(Class<?> type) {
        return Arrays.stream(type.getAnnotationsByType(Tag.class))
                .anyMatch(tag -> DATABASE_TAGS.contains(tag.value()));
    }
}
