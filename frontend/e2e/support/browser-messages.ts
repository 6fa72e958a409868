export type BrowserName = 'chromium' | 'firefox' | 'webkit';

/** Why a browser blocks, in the order of the Fetch standard: the preflight's checks, then the response's. */
export type Reason =
  | 'preflight without Allow-Origin'
  | 'preflight without Allow-Credentials'
  | 'no Allow-Origin'
  | 'no Allow-Credentials';

interface BlockedRequest {
  readonly url: string;
  /** The page's origin. */
  readonly origin: string;
}

/** What each browser says, in its own words; `%u` is the request's URL and `%o` the page's origin. */
const words: Readonly<Record<Reason, Readonly<Record<BrowserName, readonly string[]>>>> = {
  'no Allow-Origin': {
    chromium: [
      "Access to fetch at '%u' from origin '%o' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'disallows reading the remote resource at %u. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing)',
    ],
    webkit: ['Origin %o is not allowed by Access-Control-Allow-Origin.'],
  },
  'no Allow-Credentials': {
    chromium: [
      "Access to fetch at '%u' from origin '%o' has been blocked by CORS policy: The value of the 'Access-Control-Allow-Credentials' header in the response is '' which must be 'true' when the request's credentials mode is 'include'.",
    ],
    firefox: [
      'disallows reading the remote resource at %u. (Reason: expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’)',
    ],
    webkit: ['Credentials flag is true, but Access-Control-Allow-Credentials is not "true".'],
  },
  'preflight without Allow-Origin': {
    chromium: [
      "Access to fetch at '%u' from origin '%o' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'disallows reading the remote resource at %u. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing)',
      'disallows reading the remote resource at %u. (Reason: CORS preflight response did not succeed)',
    ],
    webkit: [
      'Origin %o is not allowed by Access-Control-Allow-Origin.',
      'Preflight response is not successful.',
    ],
  },
  'preflight without Allow-Credentials': {
    chromium: [
      "Access to fetch at '%u' from origin '%o' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: The value of the 'Access-Control-Allow-Credentials' header in the response is '' which must be 'true' when the request's credentials mode is 'include'.",
    ],
    firefox: [
      'disallows reading the remote resource at %u. (Reason: expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’)',
    ],
    webkit: ['Credentials flag is true, but Access-Control-Allow-Credentials is not "true".'],
  },
};

/** The message of a browser that blocked a request for a reason. */
export function blockedMessage(
  browser: BrowserName,
  reason: Reason,
  { url, origin }: BlockedRequest,
): RegExp {
  const alternatives = words[reason][browser].map((text) => text.replace('%u', url).replace('%o', origin));
  return new RegExp(alternatives.map(literally).join('|'));
}

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** What browsers add to every blocked request, and what they say of the app's other requests that fail likewise. */
export const anyBlocked: readonly RegExp[] = [
  /has been blocked by CORS policy/,
  /^Failed to load resource: net::ERR_FAILED/,
  /Cross-Origin Request (?:Blocked|Warning): /,
  /is not allowed by Access-Control-Allow-Origin/,
  /due to access control checks/,
  /^(?:Credentials flag is true|Preflight response is not successful)/,
];

/** What Firefox says of a cookie that it does not keep; the others say nothing. */
export const anyRejectedCookie: readonly RegExp[] = [/Cookie “.*” has been rejected because/];

/** What browsers say of a form's answer: it is a page that may run no script, not even the test's, and has no icon. */
export const anyFormAnswer: readonly RegExp[] = [
  /^Blocked script execution in '.*\/runs\//,
  /favicon\.ico because it violates/,
];

/** What fetch throws when the browser keeps an answer from a page, in the words of each browser. */
export const failedFetch = /TypeError: (?:Failed to fetch|NetworkError when attempting|Load failed)/;

/** What browsers say of a server that does not answer. */
export const anyUnreachable: readonly RegExp[] = [
  /^Failed to load resource: net::ERR_/,
  /^Failed to load resource: (?:Could not connect|The network connection was lost)/,
  /Reason: CORS request did not succeed/,
  /due to access control checks/,
];

/** What browsers say of an answer with an error's status, however the page takes it. */
export function refused(status: number): RegExp {
  return new RegExp(`^Failed to load resource: the server responded with a status of ${status}`);
}
