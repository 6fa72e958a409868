package dev.preflight.accounts.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressSyntaxTest {

    private static final String LABEL = "d".repeat(63);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.co",
                "a@b.c",
                " a@b.co ",
                "name@example.com",
                "New.Person@Example.COM",
                "name+tag@example.com",
                "!#$%&'*+-/=?^_`{|}~@example.com",
                "1@1.example",
                "name@a-b.xn--p1ai",
                "name@xn--bcher-kva.example",
                "name@mail.example.co.uk",
            })
    void takesAddressesOfPlainLetters(String address) {
        assertThat(AddressSyntax.problem(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u2003",
                "@",
                "nobody",
                "nobody@",
                "@example.com",
                "a@b@example.com",
                ".a@example.com",
                "a.@example.com",
                "a..b@example.com",
                "a b@example.com",
                "\"a b\"@example.com",
                "\"a\"@example.com",
                "a,b@example.com",
                "a<b@example.com",
                "a>\r\nb@example.com",
                "a@example",
                "a@localhost",
                "a@.example.com",
                "a@example..com",
                "a@example.com.",
                "a@-example.com",
                "a@example-.com",
                "a@exam_ple.com",
                "a@exam ple.com",
                "a@127.0.0.1",
                "a@[127.0.0.1]",
                "Ada <a@example.com>",
            })
    void refusesWhatIsNoAddress(String address) {
        assertThat(AddressSyntax.problem(address)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "paweł@example.com,    with plain letters",
        "a\u200Db@example.com, with plain letters",
        "łukasz,               with plain letters",
        "a@bücher.example,     xn--",
        "a@example。com,        xn--",
        "a@exаmple.com,        xn--",
        "a@b..c,               Write an e-mail address,",
    })
    void saysWhatToWriteInstead(String address, String advice) {
        assertThat(AddressSyntax.problem(address))
                .hasValueSatisfying(p -> assertThat(p).contains(advice));
    }

    @Test
    void takesTheLongestAddressAndRefusesALongerOne() {
        String domain = LABEL + "." + LABEL + "." + "d".repeat(57) + ".com";
        String longest = "l".repeat(64) + "@" + domain;
        assertThat(longest).hasSize(254);

        assertThat(AddressSyntax.problem(longest)).isEmpty();
        assertThat(AddressSyntax.problem("l".repeat(63) + "@d" + domain)).isPresent();
        assertThat(AddressSyntax.problem("l".repeat(65) + "@example.com")).isPresent();
        assertThat(AddressSyntax.problem("a@d" + LABEL + ".com")).isPresent();
        assertThat(AddressSyntax.problem("a@" + "d.".repeat(2000) + "com")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "name+tag@example.com,   name@example.com",
        "name+a+b@example.com,   name@example.com",
        "name@example.com,       name@example.com",
        "+name@example.com,      +name@example.com",
        "name@exam+ple.com,      name@exam+ple.com",
        "name+tag,               name+tag",
    })
    void countsTaggedAddressesAsOneMailbox(String address, String mailbox) {
        assertThat(AddressSyntax.mailbox(address)).isEqualTo(mailbox);
    }
}
