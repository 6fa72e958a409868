package dev.preflight.crossorigin.policy;

import dev.preflight.web.Printable;

/**
 * One thing that is wrong with the configuration.
 *
 * @param isMistake whether the server must not start; with any other finding it starts, and
 *     something will not work
 * @param key the variable or key
 * @param value the part of its value that is wrong
 * @param why why a browser would refuse it, or an attacker like it; without a full stop
 * @param instead the line to write, or what else to do; without a full stop
 */
public record Finding(
        boolean isMistake, PolicyRule rule, String key, String value, String why, String instead) {

    static Finding mistake(PolicyRule rule, String key, String value, String why, String instead) {
        return new Finding(true, rule, key, value, why, instead);
    }

    static Finding warning(PolicyRule rule, String key, String value, String why, String instead) {
        return new Finding(false, rule, key, value, why, instead);
    }

    /** The finding in a sentence or two. */
    public String sentence() {
        boolean quoted = !value.strip().equals(value);
        String printable = quoted ? '"' + Printable.of(value) + '"' : Printable.of(value);
        String shown = value.isEmpty() ? "" : " " + printable;
        return key + " " + rule.verb() + shown + ": " + why + ". " + instead + ".";
    }
}
