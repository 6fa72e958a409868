import type { CheckTexts } from './explanation-texts';
import { fetchStandard, mainFetch, requestConstructor } from './sections';

export const requestTexts = {
  'url-usable': {
    section: requestConstructor,
    passes: ({ url }) => `${url} is an address that fetch can call.`,
    fails: ({ url }) => ({
      what: `fetch refuses the address ${url}, and nothing is sent.`,
      why: 'It takes a whole http or https address without a user name and password in it.',
      todo: 'Write the address with its scheme and host, and send a password in a header or the body.',
    }),
  },
  'method-valid': {
    section: requestConstructor,
    passes: ({ method }) => `${method} is a method’s name.`,
    fails: ({ method }) => ({
      what: `fetch refuses “${method}” as a method, and nothing is sent.`,
      why: 'A method is one word of letters, digits and a few signs.',
      todo: 'Remove spaces and special characters.',
    }),
  },
  'method-not-forbidden': {
    section: fetchStandard('Forbidden method', 'forbidden-method'),
    passes: ({ method }) => `A page may use ${method}.`,
    fails: ({ method }) => ({
      what: `fetch refuses ${method}, and nothing is sent.`,
      why: 'CONNECT, TRACE and TRACK would let a page see headers that are kept from it.',
      todo: 'Use another method.',
    }),
  },
  'header-valid': {
    section: fetchStandard('Header', 'concept-header'),
    passes: ({ name }) => `${name} is a header that can be sent.`,
    fails: ({ name }) => ({
      what: `fetch refuses the header “${name}”, and nothing is sent.`,
      why: 'A name is one word of letters, digits and a few signs; a value holds no line break and no character beyond Latin-1.',
      todo: 'Correct the name, or encode the value, for example with encodeURIComponent.',
    }),
  },
  'body-allowed': {
    section: requestConstructor,
    passes: ({ method }) => `A ${method} may have a body.`,
    fails: ({ method }) => ({
      what: `fetch refuses a body with ${method}, and nothing is sent.`,
      why: 'GET and HEAD ask for something and carry no body.',
      todo: 'Put the values into the address, or use POST.',
    }),
  },
  'no-cors-method': {
    section: requestConstructor,
    passes: ({ method }) => `Mode no-cors admits ${method}.`,
    fails: ({ method }) => ({
      what: `fetch refuses ${method} in mode no-cors, and nothing is sent.`,
      why: 'Without CORS a page may only do what a form can: GET, HEAD and POST.',
      todo: 'Leave the mode out, which means cors, and let the server allow the method.',
    }),
  },
  'no-cors-redirect': {
    section: mainFetch,
    passes: () => 'Redirects are followed, which mode no-cors requires.',
    fails: ({ redirect }) => ({
      what: `The browser sends nothing, because redirect is “${redirect}” in mode no-cors.`,
      why: 'Whether another origin redirects is already something that the page may not learn.',
      todo: 'Use redirect “follow”, or mode cors.',
    }),
  },
  'mode-reaches-target': {
    section: mainFetch,
    passes: ({ target }) => `The request stays at ${target}, as mode same-origin demands.`,
    fails: ({ origin, target }) => ({
      what: `The browser does not call ${target}.`,
      why: `The mode is same-origin, and the page is at ${origin}.`,
      todo: 'Leave the mode out, which means cors, and let the server allow the page’s origin.',
    }),
  },
} satisfies Partial<CheckTexts>;
