import type { Engine } from './engine';
import { headerValue, isToken, normalizeValue } from './header-list';
import type { Header } from './lab-request';
import { check, departs, reasonOf, untilFailure, type Step, type Trace } from './trace';

const safelistedNames = new Set(['accept', 'accept-language', 'content-language', 'content-type', 'range']);
const safelistedTypes = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);

/** {@link https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte | Fetch, CORS-unsafe request-header byte} */
// eslint-disable-next-line no-control-regex -- control characters are what this looks for
const unsafeByte = /[\u0000-\u0008\u000a-\u001f"():<>?@[\\\]{}\u007f]/;
const unsafeLanguageByte = /[^0-9A-Za-z *,\-.;=]/;

const longestValue = 128;
const longestTotal = 1024;

/**
 * {@link https://fetch.spec.whatwg.org/#cors-safelisted-request-header | Fetch, CORS-safelisted request-header}: what a
 * form could have sent too, and so needs no permission.
 *
 * @param header its value normalised; each character stands for a byte
 */
export function judgeHeader({ name, value }: Header, engine: Engine): Trace {
  const lower = name.toLowerCase();
  if (lower === 'save-data' && value === 'on' && engine.departures.has('safelists-save-data')) {
    return [departs(engine, 'safelists-save-data', lower)];
  }
  return untilFailure(headerSteps(lower, value));
}

function* headerSteps(name: string, value: string): Iterable<Step> {
  yield check('safelisted-header-name', safelistedNames.has(name), { name });
  yield check('safelisted-value-length', value.length <= longestValue, { name, length: value.length });
  if (name === 'range') {
    yield check('safelisted-range', isSimpleRange(value), { value });
    return;
  }
  const byte = (name.endsWith('-language') ? unsafeLanguageByte : unsafeByte).exec(value)?.[0] ?? null;
  yield check('safelisted-value-bytes', byte === null, { name, byte });
  if (name === 'content-type') {
    const essence = mimeTypeEssence(value);
    yield check('safelisted-content-type', essence !== null && safelistedTypes.has(essence), { value });
  }
}

/** {@link https://fetch.spec.whatwg.org/#simple-range-header-value | Fetch, simple range header value} with a start */
function isSimpleRange(value: string): boolean {
  const [, start, end] = /^bytes=([0-9]+)-([0-9]*)$/.exec(value) ?? [];
  if (start === undefined) return false;
  return end === undefined || end === '' || BigInt(start) <= BigInt(end);
}

/** The headers that need a preflight, and the steps that found them. */
export interface UnsafeHeaders {
  /** Lower case, each once, sorted by byte. */
  readonly names: readonly string[];
  /** The same as the preflight asks for them. */
  readonly asked: readonly string[];
  readonly trace: Trace;
}

/**
 * {@link https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names | Fetch, CORS-unsafe request-header names}:
 * those that are not safelisted; and if the safelisted values together are longer than 1024 bytes, all.
 */
export function findUnsafeHeaders(sent: readonly Header[], engine: Engine): UnsafeHeaders {
  const joins = engine.departures.has('joins-header-lines');
  const headers = joins ? joinLines(sent) : sent;
  const judged = headers.map((header) => ({ header, trace: judgeHeader(header, engine) }));
  const safelisted = judged.filter(({ trace }) => reasonOf(trace) === undefined).map(({ header }) => header);
  const length = safelisted.reduce((sum, { value }) => sum + value.length, 0);
  const isShort = length <= longestTotal;
  const joined =
    headers.length === sent.length
      ? []
      : headers.filter(({ value }) => !sent.some((line) => line.value === value));
  const trace = [
    ...joined.map(({ name }) => departs(engine, 'joins-header-lines', name)),
    ...judged.flatMap((each) => each.trace),
    ...(safelisted.length > 0 ? [check('safelisted-total-length', isShort, { length })] : []),
  ];
  const unsafe = headers.filter((header) => !isShort || !safelisted.includes(header));
  const lines = unsafe.map(({ name }) => name.toLowerCase()).sort();
  const names = [...new Set(lines)];
  const repeated = names.find((name) => lines.indexOf(name) !== lines.lastIndexOf(name));
  if (repeated === undefined || !engine.departures.has('repeats-header-names')) {
    return { names, asked: names, trace };
  }
  return { names, asked: lines, trace: [...trace, departs(engine, 'repeats-header-names', repeated)] };
}

function joinLines(headers: readonly Header[]): readonly Header[] {
  const names = new Set(headers.map(({ name }) => name.toLowerCase()));
  return [...names].map((name) => ({ name, value: headerValue(headers, name) ?? '' }));
}

/**
 * {@link https://fetch.spec.whatwg.org/#no-cors-safelisted-request-header | Fetch, no-CORS-safelisted request-header}:
 * a `no-cors` request keeps these alone, judged with all lines of a name as one value.
 */
export function keptWithoutCors(headers: readonly Header[]): readonly Header[] {
  return headers.filter(({ name }, index) => {
    const lower = name.toLowerCase();
    const lines = headers.slice(0, index + 1);
    const value = headerValue(lines, lower) ?? '';
    return lower !== 'range' && reasonOf(untilFailure(headerSteps(lower, value))) === undefined;
  });
}

/**
 * {@link https://mimesniff.spec.whatwg.org/#parse-a-mime-type | MIME Sniffing, parse a MIME type}, as far as the
 * {@link https://mimesniff.spec.whatwg.org/#mime-type-essence | essence}. What follows the first semicolon can't make
 * the type another: `text/plain; application/json` is `text/plain`.
 *
 * @returns null if it does not parse
 */
export function mimeTypeEssence(value: string): string | null {
  const [essence = ''] = value.split(';', 1);
  const [type = '', subtype = '', more] = normalizeValue(essence).split('/');
  if (more !== undefined || !isToken(type) || !isToken(subtype)) return null;
  return `${type}/${subtype}`.toLowerCase();
}
