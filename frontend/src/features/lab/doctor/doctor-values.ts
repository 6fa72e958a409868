import { isToken } from '../standard/header-list';
import { isForbiddenMethod, normalizeMethod } from '../standard/methods';
import type { CredentialsMode, Header, LabRequest } from '../standard/lab-request';

/** What the form holds, as it was typed. */
export interface DoctorValues {
  readonly url: string;
  readonly method: string;
  /** One header to a line, as `Name: value`. */
  readonly headers: string;
  readonly credentials: CredentialsMode;
  readonly body: string;
}

export type DoctorField = 'url' | 'method' | 'headers' | 'body';
export type DoctorComplaints = Partial<Record<DoctorField, string>>;

export const noValues: DoctorValues = {
  url: '',
  method: 'GET',
  headers: '',
  credentials: 'same-origin',
  body: '',
};

/** The server's limits, in characters. */
export const limits = { url: 4096, method: 40, headers: 50, name: 200, value: 8192, body: 65_536 } as const;

/** What can be told without sending anything. */
export function complaintsAbout(values: DoctorValues): DoctorComplaints {
  return {
    ...complaint('url', aboutUrl(values.url.trim())),
    ...complaint('method', aboutMethod(values.method.trim())),
    ...complaint('headers', aboutHeaders(values.headers)),
    ...complaint('body', aboutBody(values)),
  };
}

function complaint(field: DoctorField, message: string | null): DoctorComplaints {
  return message === null ? {} : { [field]: message };
}

function aboutUrl(url: string): string | null {
  if (url === '') return 'Type the address that your page calls.';
  if (url.length > limits.url) return `An address has at most ${limits.url} characters.`;
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    return 'Write the whole address, with http:// or https:// at its start.';
  }
  const { username, password } = new URL(url);
  return username === '' && password === ''
    ? null
    : 'Leave out the user name and password: fetch refuses such an address. Send them in an Authorization header.';
}

function aboutMethod(method: string): string | null {
  if (!isToken(method)) return 'Write one word, such as GET or PUT.';
  if (method.length > limits.method) return `A method has at most ${limits.method} characters.`;
  return isForbiddenMethod(method) ? `fetch refuses ${method.toUpperCase()}: use another method.` : null;
}

function aboutHeaders(text: string): string | null {
  const lines = linesOf(text);
  if (lines.length > limits.headers) return `Give at most ${limits.headers} headers.`;
  for (const [index, line] of lines.entries()) {
    const about = aboutHeader(line);
    if (about !== null) return `Line ${index + 1}: ${about}`;
  }
  return null;
}

function aboutHeader(line: string): string | null {
  const { name, value } = headerOf(line);
  if (!line.includes(':'))
    return 'write a name, a colon and a value, as in “Content-Type: application/json”.';
  if (!isToken(name)) return `“${name}” is no header’s name: use letters, digits and hyphens.`;
  if (name.length > limits.name) return `a name has at most ${limits.name} characters.`;
  if (value.length > limits.value) return `a value has at most ${limits.value} characters.`;
  // eslint-disable-next-line no-control-regex -- control characters are what this looks for
  return /[\u0000-\u0008\u000a-\u001f\u007f]|[^\u0000-\u00ff]/.test(value)
    ? `the value of ${name} holds a character that no header can carry: encode it, for example with encodeURIComponent.`
    : null;
}

function aboutBody({ method, body }: DoctorValues): string | null {
  if (body.length > limits.body) return `A body has at most ${limits.body} characters.`;
  const sent = normalizeMethod(method.trim());
  return body !== '' && (sent === 'GET' || sent === 'HEAD')
    ? `${sent} carries no body: empty it, or use another method.`
    : null;
}

/** Lines with something on them. */
function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

function headerOf(line: string): Header {
  const colon = line.indexOf(':');
  return { name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() };
}

/** The call that the values describe, by a page of this origin. */
export function callOf(values: DoctorValues, origin: string): LabRequest {
  return {
    origin,
    url: new URL(values.url.trim()).href,
    method: values.method.trim(),
    mode: 'cors',
    credentials: values.credentials,
    redirect: 'follow',
    headers: linesOf(values.headers).map(headerOf),
    body: { kind: values.body === '' ? 'none' : 'string' },
  };
}

/** Whether sending it twice changes nothing ({@link https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1 | RFC 9110}). */
export function isRepeatable(method: string): boolean {
  const sent = normalizeMethod(method.trim());
  return sent === 'GET' || sent === 'HEAD';
}
