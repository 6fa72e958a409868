package dev.preflight.sessions.account;

import dev.preflight.accounts.passwords.GivenPassword;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** The password of a person who wants their account gone. */
@Serdeable
@Schema(name = "DeletionRequest")
record DeletionRequest(@GivenPassword String password) {

    /** Keeps passwords out of logs. */
    @Override
    public String toString() {
        return "DeletionRequest[]";
    }
}
