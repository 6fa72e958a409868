package dev.preflight.accounts.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.accounts.DemoAccount;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

class CommonPasswordsTest {

    private final CommonPasswords common = new CommonPasswords();

    @Test
    void refusesEveryPasswordOfTheList() throws IOException {
        List<String> list = list();

        assertThat(list).hasSizeGreaterThan(10_000).contains("password", "12345678", "iloveyou");
        assertThat(list)
                .allSatisfy(password -> assertThat(refuses(password)).as(password).isTrue());
    }

    @Test
    void listsOnlyWhatWouldOtherwiseBeLongEnough() throws IOException {
        assertThat(list())
                .isSorted()
                .doesNotHaveDuplicates()
                .allSatisfy(
                        password ->
                                assertThat(password)
                                        .hasSizeBetween(8, 128)
                                        .isEqualTo(password.toLowerCase(Locale.ROOT)));
    }

    @Test
    void takesWhatNobodyGuesses() {
        assertThat(refuses("correct horse battery")).isFalse();
        assertThat(refuses(DemoAccount.password())).isFalse();
        assertThat(refuses("password1 and more")).isFalse();
    }

    @Test
    void complainsOfNoEmptyName() {
        assertThat(common.refusal("a quiet morning", "@", "")).isEmpty();
        assertThat(common.refusal("a quiet morning", "", "")).isEmpty();
    }

    private boolean refuses(String password) {
        return common.refusal(password, "ada@example.com", "Ada Lovelace").isPresent();
    }

    private static List<String> list() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(
                        CommonPasswords.class.getResourceAsStream("/passwords/common.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
