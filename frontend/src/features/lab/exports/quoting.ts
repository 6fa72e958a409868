// Each of them mends half a character first. javac, for example, no longer pairs the backslashes behind an escaped first
// half, and refuses "\ud83d\\u0041".

/** A POSIX shell's word: within single quotes nothing means anything but the next single quote. */
export function shellWord(text: string): string {
  return /^[\w@%+:,./-]+$/.test(text) ? text : `'${text.toWellFormed().replaceAll("'", "'\\''")}'`;
}

/** A double-quoted YAML scalar, in which every value is a string, `yes` and `0x1f` too. */
export function yamlString(text: string): string {
  return `"${escaped(text, '"').replace(/[^ -~]/gu, (character) => `\\U${hex(character, 8)}`)}"`;
}

/**
 * A string of Java, in ASCII whatever the file's encoding. Control characters are octal, because a Unicode escape is
 * read before the string is: `\u000a` would end the line.
 */
export function javaString(text: string): string {
  const printable = escaped(text, '"').replace(
    // eslint-disable-next-line no-control-regex -- control characters are what this looks for
    /[\0-\u001f\u007f]/g,
    (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`,
  );
  return `"${printable.replace(/[^ -~]/g, (unit) => `\\u${hex(unit, 4)}`)}"`;
}

/** A string of JavaScript and TypeScript, in single quotes, unless double ones leave less to escape. */
export function scriptString(text: string): string {
  const quote = text.split("'").length > text.split('"').length ? '"' : "'";
  return `${quote}${escaped(text, quote).replace(/[^ -~]/g, (unit) => `\\u${hex(unit, 4)}`)}${quote}`;
}

/**
 * A string of nginx. It has no escape for the dollar sign that begins a variable; `$dollar` is one that holds it, see
 * {@link nginxDollar}.
 */
export function nginxString(text: string): string {
  return `"${escaped(text, '"').replaceAll('$', () => '${dollar}')}"`;
}

/** @returns the block that defines `$dollar`; empty if no string needs it */
export function nginxDollar(code: string): string {
  return code.includes('${dollar}') ? 'geo $dollar {\n    default "$";\n}\n\n' : '';
}

function escaped(text: string, quote: string): string {
  return text.toWellFormed().replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
}

function hex(character: string, digits: number): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(digits, '0');
}
