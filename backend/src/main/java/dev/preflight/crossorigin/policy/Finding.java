package dev.preflight.crossorigin.policy;

import dev.preflight.web.Printable;

/**
 * One thing that is wrong with the configuration.
 *
 * @param severity whether the server starts all the same
 * @param key the variable or key
 * @param value the part of its value that is wrong
 * @param why why a browser would refuse it, or an attacker like it; without a full stop
 * @param instead the line to write, or what else to do; without a full stop
 */
public record Finding(
        Severity severity, PolicyRule rule, String key, String value, String why, String instead) {

    /** What a finding means for the start. */
    public enum Severity {
        /** The server does not start. */
        MISTAKE,
        /** The server starts, and something will not work. */
        WARNING
    }

    static Finding mistake(PolicyRule rule, String key, String value, String why, String instead) {
        return new Finding(Severity.MISTAKE, rule, key, value, why, instead);
    }

    /** What only blocks: tolerated at home, where people may want to see it. */
    static Finding blocks(
            boolean home, PolicyRule rule, String key, String value, String why, String instead) {
        return new Finding(
                home ? Severity.WARNING : Severity.MISTAKE, rule, key, value, why, instead);
    }

    /** Whether the server must not start. */
    public boolean isMistake() {
        return severity == Severity.MISTAKE;
    }

    /** The finding in a sentence or two. */
    public String sentence() {
        boolean quoted = !value.strip().equals(value);
        String printable = quoted ? '"' + Printable.of(value) + '"' : Printable.of(value);
        String shown = value.isEmpty() ? "" : " " + printable;
        return key + " " + rule.verb() + shown + ": " + why + ". " + instead + ".";
    }
}
