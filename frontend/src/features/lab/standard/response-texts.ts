import type { CheckTexts, Failure } from './explanation-texts';
import type { CorsChecked } from './rules';
import { corsCheck, fetchStandard, redirect } from './sections';

const notReadable: Failure = {
  what: 'The request was sent, and its answer is kept from the page: status 0, no headers, no body.',
  why: 'Mode no-cors asks for nothing but that the request is sent; no header of the server changes that.',
  todo: 'Leave the mode out, which means cors, and let the server allow the page’s origin.',
};

const formSent: Failure = {
  what: 'The form was sent, and its answer is shown to the person; the page that sent it can’t read it.',
  why: 'Forms are older than CORS and ask nobody: what the browser keeps is the answer, not the request.',
  todo: 'Let the server look at Origin and Sec-Fetch-Site before it does anything, and refuse bodies that a form can send.',
};

const formRefused: Failure = {
  what: 'The form was sent, and the server refused it: 403. The page that sent it can’t read that either.',
  why: 'The browser stops no form. What stops it is the server alone, by what no page can forge: Origin and Sec-Fetch-Site.',
  todo: 'Keep it so: a form that is refused before any work is done changes nothing.',
};

export const responseTexts = {
  'allow-origin-present': {
    section: corsCheck,
    passes: () => 'The answer has Access-Control-Allow-Origin.',
    fails: ({ origin, ...checked }) => ({
      what: `${refusal(checked)}, because ${answer(checked)} has no Access-Control-Allow-Origin.`,
      why: checked.isPreflight
        ? 'A server that says nothing about other origins may not know of them, so the browser sends it nothing that a form could not send.'
        : 'A server that says nothing about other origins may not know of them, so the browser protects what it sent. Errors need the header too.',
      todo: checked.isPreflight
        ? `Let the server send “Access-Control-Allow-Origin: ${origin}” with every answer, that to OPTIONS too.`
        : `Let the server send “Access-Control-Allow-Origin: ${origin}” with every answer, errors too.`,
    }),
  },
  'allow-origin-not-wildcard': {
    section: corsCheck,
    passes: () => 'Access-Control-Allow-Origin suits the credentials mode.',
    fails: ({ origin, ...checked }) => ({
      what: `${refusal(checked)}, because ${answer(checked)} allows every origin, “*”, while the page calls with credentials.`,
      why: 'If “*” counted with credentials, every page could read what this person alone may see. The mode decides, also when no cookie exists.',
      todo: `Send “Access-Control-Allow-Origin: ${origin}” and “Vary: Origin”, or call fetch without credentials: 'include'.`,
    }),
  },
  'allow-origin-matches': {
    section: corsCheck,
    passes: ({ value }) => `Access-Control-Allow-Origin is “${value}”, which covers the page.`,
    fails: ({ origin, value, ...checked }) => ({
      what: `${refusal(checked)}: ${answer(checked)} allows “${value}”, and the page is “${origin}”.`,
      why: whyOther(origin, value),
      todo: `Send exactly “Access-Control-Allow-Origin: ${origin}”, once, and “Vary: Origin”.`,
    }),
  },
  'allow-credentials-true': {
    section: corsCheck,
    passes: () => 'Access-Control-Allow-Credentials is “true”.',
    fails: ({ value, ...checked }) => ({
      what: `${refusal(checked)}: the page calls with credentials, and in ${answer(checked)} Access-Control-Allow-Credentials is ${value === null ? 'missing' : `“${value}”`}.`,
      why: 'The server has to say that it knows whose data it gives away, with the word “true” in lower case and nothing else.',
      todo: "Send “Access-Control-Allow-Credentials: true”, or call fetch without credentials: 'include'.",
    }),
  },
  'response-not-opaque': {
    section: fetchStandard('Opaque filtered response', 'concept-filtered-response-opaque'),
    passes: () => 'The mode lets the page read an answer that is allowed.',
    fails: ({ mode, status }) => {
      if (mode !== 'navigate') return notReadable;
      return status === 403 ? formRefused : formSent;
    },
  },
  'redirect-mode': {
    section: fetchStandard('HTTP fetch', 'http-fetch'),
    passes: () => 'The page lets the request be redirected.',
    fails: ({ status }) => ({
      what: `The answer redirects, ${status}, and the page said that redirects are an error.`,
      why: 'fetch was called with redirect “error”.',
      todo: 'Call the final address, or use redirect “follow”.',
    }),
  },
  'redirect-location': {
    section: redirect,
    passes: ({ location }) => `The answer redirects to ${location}.`,
    fails: ({ location }) => ({
      what: `The redirect leads to “${location}”, which is no address.`,
      why: 'Location has to be a whole address or one that is relative to this one.',
      todo: 'Correct the Location header.',
    }),
  },
  'redirect-http': {
    section: redirect,
    passes: () => 'The redirect leads to an http or https address.',
    fails: ({ url }) => ({
      what: `The browser does not follow the redirect to ${url}.`,
      why: 'fetch follows to http and https alone.',
      todo: 'Redirect to an http or https address.',
    }),
  },
  'redirect-count': {
    section: redirect,
    passes: () => 'There were not too many redirects.',
    fails: ({ count }) => ({
      what: `The browser gave up after ${count - 1} redirects.`,
      why: 'After 20 it takes them for a circle.',
      todo: 'Look for two addresses that redirect to each other.',
    }),
  },
  'redirect-no-userinfo': {
    section: redirect,
    passes: () => 'The redirect’s address holds no user name or password.',
    fails: ({ url }) => ({
      what: `The browser does not follow the redirect to ${new URL(url).host}, because the address holds a user name or password.`,
      why: 'Otherwise a server could log a page in elsewhere without its knowing.',
      todo: 'Redirect to the address without them.',
    }),
  },
  'redirect-repeatable-body': {
    section: redirect,
    passes: () => 'The body need not be sent again.',
    fails: ({ status }) => ({
      what: `The browser does not follow the redirect ${status}, because the body was a stream.`,
      why: 'A stream is gone once it was sent, and this redirect asks for the body again.',
      todo: 'Answer with 303, or send a body that can be repeated.',
    }),
  },
} satisfies Partial<CheckTexts>;

/** What a failed CORS check comes to: of a preflight, that the request stays unsent. */
function refusal({ isPreflight }: CorsChecked): string {
  return isPreflight ? 'The request was not sent' : 'The page may not read the answer';
}

function answer({ isPreflight }: CorsChecked): string {
  return isPreflight ? 'the preflight’s answer' : 'the answer';
}

function whyOther(origin: string, value: string): string {
  if (value.includes(','))
    return 'The header may name one origin alone; here there are several, or it was sent twice.';
  if (value === `${origin}/`)
    return 'An origin has no slash at its end, and the two are compared letter by letter.';
  if (value.toLowerCase() === origin.toLowerCase())
    return 'The two are compared letter by letter, with upper and lower case.';
  if (value.includes('*'))
    return 'A “*” within an origin means nothing; only a lone “*” covers every origin.';
  if (origin === 'null')
    return 'The page’s origin is opaque: it is sandboxed, or a redirect between two other origins hid it.';
  return 'Scheme, host and port have to be the same; the two are compared letter by letter.';
}
