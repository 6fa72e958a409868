package dev.preflight.sessions;

/** What became of the wish to renew a session. */
public sealed interface Refresh {

    /** The session goes on, with tokens of its own. */
    record Renewed(Issued issued) implements Refresh {}

    /** The session is over, or was ended because its token was shown again too late. */
    record Over() implements Refresh {}
}
