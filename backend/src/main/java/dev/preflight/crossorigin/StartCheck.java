package dev.preflight.crossorigin;

import dev.preflight.crossorigin.policy.Finding;
import dev.preflight.crossorigin.policy.PolicyCheck;
import dev.preflight.crossorigin.policy.PolicyConfiguration;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;

import java.util.List;

/**
 * Refuses to start with a cross-origin configuration that would block its own clients or let
 * strangers in, and names all mistakes at once.
 */
@Context
public final class StartCheck {

    private final PolicyConfiguration configuration;
    private final List<Finding> warnings;

    /**
     * @throws ConfigurationException with every mistake, if there is one
     */
    StartCheck(WrittenPolicy written) {
        this.configuration = written.read();
        List<Finding> findings = PolicyCheck.check(configuration);
        List<Finding> mistakes = findings.stream().filter(Finding::isMistake).toList();
        if (!mistakes.isEmpty()) {
            throw new ConfigurationException(report(mistakes));
        }
        this.warnings = findings;
    }

    private static String report(List<Finding> mistakes) {
        if (mistakes.size() == 1) {
            return mistakes.getFirst().sentence();
        }
        StringBuilder report = new StringBuilder();
        report.append("Its configuration has ").append(mistakes.size()).append(" mistakes:");
        for (int i = 0; i < mistakes.size(); i++) {
            report.append("\n  ").append(i + 1).append(". ").append(mistakes.get(i).sentence());
        }
        return report.toString();
    }

    /** What is configured; there is no mistake in it. */
    public PolicyConfiguration configuration() {
        return configuration;
    }

    /** What will not work, and is tolerated. */
    public List<Finding> warnings() {
        return warnings;
    }
}
