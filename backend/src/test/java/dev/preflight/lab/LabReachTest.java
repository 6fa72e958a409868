package dev.preflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.web.Reach;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;

import org.junit.jupiter.api.Test;

class LabReachTest {

    private static final Reach HOME = () -> true;
    private static final Reach PUBLIC = () -> false;

    @Test
    void hasInitiatorsAtHomeAlone() {
        assertThat(reach(HOME).hasInitiators()).isTrue();
        assertThat(reach(PUBLIC).hasInitiators()).isFalse();
        assertThat(reach(PUBLIC, Environment.DEVELOPMENT).hasInitiators()).isFalse();
    }

    @Test
    void hasTheDoctorsHelpInDevelopmentAtHomeAlone() {
        assertThat(reach(HOME, Environment.DEVELOPMENT).hasDoctor()).isTrue();
        assertThat(reach(HOME).hasDoctor()).isFalse();
        assertThat(reach(HOME, Environment.TEST).hasDoctor()).isFalse();
        assertThat(reach(PUBLIC, Environment.DEVELOPMENT).hasDoctor()).isFalse();
    }

    private static LabReach reach(Reach reach, String... environments) {
        ApplicationContext context =
                ApplicationContext.builder(environments).deduceEnvironment(false).build();
        // The names alone: nothing is started.
        try (Environment environment = context.getEnvironment().start()) {
            return new LabReach(reach, environment);
        }
    }
}
