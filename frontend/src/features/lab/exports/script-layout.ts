import { scriptString } from './quoting';

/** Prettier’s own, which most people leave as it is. */
const width = 80;

/** A line as it is if there is room for it, or else broken. */
export function fitted(line: string, broken: string): string {
  return line.length <= width ? `${line}\n` : broken;
}

function pad(indent: number): string {
  return ' '.repeat(indent);
}

/** Strings, each on a line of its own where they do not fit into one. */
export function stringLines(before: string, texts: readonly string[], after: string, indent: number): string {
  const strings = texts.map(scriptString);
  const broken = strings.map((string) => `${pad(indent + 2)}${string},\n`).join('');
  return fitted(
    `${pad(indent)}${before}[${strings.join(', ')}]${after}`,
    `${pad(indent)}${before}[\n${broken}${pad(indent)}]${after}\n`,
  );
}

type Pair = readonly [string, string];

/** Pairs of strings: several never share a line. */
export function pairLines(before: string, pairs: readonly Pair[], after: string, indent: number): string {
  const items = pairs.map((pair) => `[${pair.map(scriptString).join(', ')}]`);
  const broken = pairs.map((pair) => stringLines('', pair, ',', indent + 2)).join('');
  const lines = `${pad(indent)}${before}[\n${broken}${pad(indent)}]${after}\n`;
  return pairs.length > 1 ? lines : fitted(`${pad(indent)}${before}[${items.join('')}]${after}`, lines);
}

/** A property that is a string. */
export function propertyLines(name: string, text: string, indent: number): string {
  const string = scriptString(text);
  return fitted(
    `${pad(indent)}${name}: ${string},`,
    `${pad(indent)}${name}:\n${pad(indent + 2)}${string},\n`,
  );
}
