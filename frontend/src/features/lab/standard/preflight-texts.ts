import type { CheckTexts } from './explanation-texts';
import { fetchStandard, mainFetch, preflight, preflightCache, safelistedHeader } from './sections';

const aForm = 'The browser asks before it sends what no form could send.';
const answerIt = 'Let the server answer OPTIONS and allow it';

export const needTexts = {
  'safelisted-method': {
    section: fetchStandard('CORS-safelisted method', 'cors-safelisted-method'),
    passes: ({ method }) => `${method} needs no preflight.`,
    fails: ({ method }) => ({
      what: `There is a preflight, because of the method ${method}.`,
      why: `${aForm} Only GET, HEAD and POST go without.`,
      todo: `${answerIt}: Access-Control-Allow-Methods: ${method}.`,
    }),
  },
  'safelisted-header-name': {
    section: safelistedHeader,
    passes: ({ name }) => `${name} may go without a preflight, if its value is plain.`,
    fails: ({ name }) => ({
      what: `There is a preflight, because of the header ${name}.`,
      why: `${aForm} Only Accept, Accept-Language, Content-Language, Content-Type and Range go without.`,
      todo: `${answerIt}: Access-Control-Allow-Headers: ${name}.`,
    }),
  },
  'safelisted-value-length': {
    section: safelistedHeader,
    passes: ({ name }) => `The value of ${name} is short enough.`,
    fails: ({ name, length }) => ({
      what: `There is a preflight, because the value of ${name} has ${length} bytes.`,
      why: 'Beyond 128 bytes a value could attack a server that does not expect it.',
      todo: `Shorten it, or let the server allow it: Access-Control-Allow-Headers: ${name}.`,
    }),
  },
  'safelisted-value-bytes': {
    section: safelistedHeader,
    passes: ({ name }) => `The value of ${name} holds only plain characters.`,
    fails: ({ name, byte }) => ({
      what: `There is a preflight, because the value of ${name} holds the character ${JSON.stringify(byte)}.`,
      why: 'Such characters could be read as code by a server that does not expect them.',
      todo: `Leave it out, or let the server allow it: Access-Control-Allow-Headers: ${name}.`,
    }),
  },
  'safelisted-content-type': {
    section: safelistedHeader,
    passes: ({ value }) => `A form could send ${value}.`,
    fails: ({ value }) => ({
      what: `There is a preflight, because the Content-Type is “${value}”.`,
      why: `${aForm} A form sends application/x-www-form-urlencoded, multipart/form-data or text/plain.`,
      todo: `${answerIt}: Access-Control-Allow-Headers: content-type. A preflight for JSON is normal.`,
    }),
  },
  'safelisted-range': {
    section: safelistedHeader,
    passes: ({ value }) => `“${value}” asks for one simple range.`,
    fails: ({ value }) => ({
      what: `There is a preflight, because of the Range “${value}”.`,
      why: 'Only one range with a start, such as bytes=0-99 or bytes=100-, goes without.',
      todo: 'Ask for one such range, or let the server allow it: Access-Control-Allow-Headers: range.',
    }),
  },
  'safelisted-total-length': {
    section: fetchStandard('CORS-unsafe request-header names', 'cors-unsafe-request-header-names'),
    passes: ({ length }) => `The plain headers together have ${length} bytes, which is short enough.`,
    fails: ({ length }) => ({
      what: `There is a preflight, because the plain headers together have ${length} bytes.`,
      why: 'Beyond 1024 bytes each of them counts as one that a form could not send.',
      todo: 'Shorten them, or let the server allow each of them.',
    }),
  },
  'body-known-length': {
    section: mainFetch,
    passes: () => 'The body’s length is known before it is sent.',
    fails: () => ({
      what: 'There is a preflight, because the body is a stream.',
      why: `${aForm} A form’s body has an end that is known.`,
      todo: `${answerIt}. Chromium sends streams over HTTP/2 only.`,
    }),
  },
  'method-cached': {
    section: preflightCache,
    passes: ({ method }) => `An earlier preflight that still counts allowed ${method}.`,
    fails: ({ method }) => ({
      what: `No earlier preflight that still counts allowed ${method} here.`,
      why: 'What a preflight allowed is remembered for one address, one origin and a limited time; asked without credentials it does not count for a request with them.',
      todo: 'Send Access-Control-Max-Age, and all methods at once.',
    }),
  },
  'header-cached': {
    section: preflightCache,
    passes: ({ name }) => `An earlier preflight that still counts allowed ${name}.`,
    fails: ({ name }) => ({
      what: `No earlier preflight that still counts allowed the header ${name} here.`,
      why: 'What a preflight allowed is remembered for one address, one origin and a limited time; asked without credentials it does not count for a request with them.',
      todo: 'Send Access-Control-Max-Age, and all headers at once.',
    }),
  },
} satisfies Partial<CheckTexts>;

export const answerTexts = {
  'preflight-not-redirected': {
    section: preflight,
    passes: () => 'The preflight was not redirected.',
    fails: ({ status }) => ({
      what: `The preflight was answered with a redirect, ${status}, so the request was not sent.`,
      why: 'A browser does not follow the redirect of a preflight. Often a login page or a missing slash causes it.',
      todo: 'Call the final address, and answer OPTIONS before any redirect or login.',
    }),
  },
  'preflight-ok-status': {
    section: preflight,
    passes: ({ status }) => `The preflight was answered with ${status}.`,
    fails: ({ status }) => ({
      what: `The preflight was answered with ${status}, so the request was not sent.`,
      why: 'Its status has to be one of 200 to 299, whatever its headers say. A preflight carries no cookie and no Authorization, so a login check refuses it.',
      todo: 'Answer OPTIONS with 204 before routing and login.',
    }),
  },
  'allow-methods-valid': {
    section: preflight,
    passes: () => 'Access-Control-Allow-Methods can be read.',
    fails: ({ value }) => ({
      what: `The request was not sent: ${quoted('Access-Control-Allow-Methods', value)}, which is no list of methods.`,
      why: 'One wrong entry makes the whole answer count for nothing.',
      todo: 'Separate the methods by commas, such as “GET, PUT”.',
    }),
  },
  'allow-headers-valid': {
    section: preflight,
    passes: () => 'Access-Control-Allow-Headers can be read.',
    fails: ({ value }) => ({
      what: `The request was not sent: ${quoted('Access-Control-Allow-Headers', value)}, which is no list of names.`,
      why: 'One wrong entry makes the whole answer count for nothing.',
      todo: 'Separate the names by commas, such as “content-type, if-match”.',
    }),
  },
  'method-allowed': {
    section: preflight,
    passes: ({ method }) => `${method} is allowed.`,
    fails: ({ method, value, credentials }) => ({
      what: `${method} was not sent: ${quoted('Access-Control-Allow-Methods', value)}.`,
      why: whyNotNamed(
        value,
        credentials,
        method === method.toUpperCase()
          ? 'Each method but GET, HEAD and POST has to be named.'
          : `Methods are compared with upper and lower case; fetch sends “${method}” as it is written.`,
      ),
      todo: permitting(
        'Access-Control-Allow-Methods',
        value,
        method,
        method === method.toUpperCase() ? '' : `, or better, call fetch with ${method.toUpperCase()}`,
      ),
    }),
  },
  'non-wildcard-header-allowed': {
    section: preflight,
    passes: ({ name }) => `The header ${name} is allowed by its name.`,
    fails: ({ name, value }) => ({
      what: `The request was not sent: it has the header ${name}, and ${quoted('Access-Control-Allow-Headers', value)}.`,
      why: `${name} carries credentials, so it has to be named; “*” does not cover it.`,
      todo: permitting('Access-Control-Allow-Headers', value, name),
    }),
  },
  'header-allowed': {
    section: preflight,
    passes: ({ name }) => `The header ${name} is allowed.`,
    fails: ({ name, value, credentials }) => ({
      what: `The request was not sent: it has the header ${name}, and ${quoted('Access-Control-Allow-Headers', value)}.`,
      why: whyNotNamed(
        value,
        credentials,
        'Each header that needs a preflight has to be named, in any case of letters.',
      ),
      todo: permitting('Access-Control-Allow-Headers', value, name),
    }),
  },
} satisfies Partial<CheckTexts>;

/** What is permitted already has to stay so. */
function permitting(header: string, value: string | null, name: string, rest = ''): string {
  return value === null || value === ''
    ? `Send “${header}: ${name}”${rest}.`
    : `Add ${name} to it: “${header}: ${value}, ${name}”${rest}.`;
}

function whyNotNamed(value: string | null, credentials: boolean, otherwise: string): string {
  return credentials && value?.includes('*') === true
    ? 'With credentials “*” is a name like any other and does not stand for all.'
    : otherwise;
}

/** How a header's value is quoted where it may be missing. */
function quoted(name: string, value: string | null): string {
  return value === null ? `the answer has no ${name}` : `the answer says “${name}: ${value}”`;
}
