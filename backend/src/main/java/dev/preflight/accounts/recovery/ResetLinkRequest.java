package dev.preflight.accounts.recovery;

import dev.preflight.accounts.mail.EmailAddress;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What a person fills in who has forgotten their password. */
@Serdeable
@Schema(name = "ResetLinkRequest")
record ResetLinkRequest(@EmailAddress String email) {}
