import type { ProbeOutcome } from '../../../api/foreign-fetch';
import type { Failure } from '../standard/explanation-texts';
import type { DoctorFailure } from './evidence';

function hostOf(url: string): string {
  return new URL(url).host;
}

const openHeaders = {
  todo: 'Look at the answer’s headers with the command below.',
} as const;

const failedTodos: Readonly<Record<DoctorFailure['kind'], string>> = {
  dns: 'Look for a typing error in the host of the address, then diagnose again.',
  unreachable: 'Bring your server up at this address first, then diagnose again.',
  timeout: 'Look at your server’s log: the request, or its preflight, may hang there.',
  tls: 'Give your server a certificate that browsers trust, or write http if it serves no https, then diagnose again.',
  'not-http': 'Check the port, and write https if your server serves that, then diagnose again.',
  'too-large': 'Shorten the headers of its answer, of which the Doctor looks at 32 KB, then diagnose again.',
};

/** What no single rule of CORS says. */
export const diagnosisTexts = {
  allowed: (status: number): Failure => ({
    what: `The page got the answer, with status ${status}.`,
    why: 'Your server allows this page’s origin, and what this request needs.',
    todo: 'If your own page is still blocked, it is at another origin, or it sends something else: compare the two.',
  }),

  sameOrigin: (status: number): Failure => ({
    what: `The page got the answer, with status ${status}.`,
    why: 'The address is at this page’s own origin, so CORS has no say: a page may read every answer of its own origin.',
    todo: 'If your own page is at another origin, this tells nothing about it: ask at a terminal, with java -jar backend/target/preflight.jar doctor, the address, and your page’s --origin.',
  }),

  unreachable: (url: string): Failure => ({
    what: `Nothing that a page may know of answers at ${hostOf(url)}.`,
    why: 'The request was rejected, and so was one without CORS, which needs no leave of your server. So this is not about CORS: the name, the port, the certificate or the network is wrong. One exception: a server that sends Cross-Origin-Resource-Policy hides from a page in the same way.',
    todo: 'Check that your server runs at this address, and open the address in a tab of its own.',
  }),

  failed: ({ kind, detail }: DoctorFailure): Failure => ({
    what: detail,
    why: 'The browser got no answer, and neither did Preflight in its place. So this is not about CORS.',
    todo: failedTodos[kind],
  }),

  timeout: (url: string): Failure => ({
    what: `${hostOf(url)} gave no answer in time.`,
    why: 'The page waited for 15 seconds. Until there is an answer, CORS has nothing to decide.',
    todo: 'Look at your server’s log: the request, or its preflight, may hang there.',
  }),

  policy: (url: string): Failure => ({
    what: `This page’s own content security policy forbids it to call ${hostOf(url)}, so nothing was sent.`,
    why: 'A page may limit whom its scripts can call, by connect-src. No header of the other server changes that.',
    todo: 'In your own page, add your server’s origin to connect-src in Content-Security-Policy. To diagnose from here, open the Lab anew: its page may call any server.',
  }),

  mixedContent: (url: string): Failure => ({
    what: `The browser does not call ${hostOf(url)}, because this page is https and the address is plain http.`,
    why: 'What travels unencrypted could be read and changed on its way, so a secure page may not depend on it. No header changes that.',
    todo: 'Serve the API over https, and write https in the address.',
  }),

  unseen: (failure: DoctorFailure | null): Failure => ({
    what: 'A server answers there, and the browser keeps its answer from the page.',
    why:
      failure === null
        ? 'JavaScript learns no more than “TypeError”: the headers that the browser judged by are hidden from the page.'
        : `The headers that the browser judged by are hidden from the page, and Preflight could not look: ${failure.detail}`,
    ...openHeaders,
  }),

  needsRepeat: (method: string): Failure => ({
    what: `The browser let the ${method} go, and keeps its answer from the page.`,
    why: 'Whatever comes before the request passes every rule, so it is the answer that lacks a header. The request has already run.',
    todo: `Only another ${method} shows the answer’s headers: let Preflight send it once more, or look into your server’s own log.`,
  }),

  contradicted: (probe: ProbeOutcome | null): Failure => ({
    what: 'The browser blocked the answer, and the headers that Preflight got for the same request would allow it.',
    why:
      probe === 'answered'
        ? 'The two were answered differently. The browser sends cookies, which Preflight’s repetition does not; an error page, a cache without “Vary: Origin” or an extension of the browser can make the difference, too.'
        : 'Preflight reaches your server, and the page does not. The answer may have Cross-Origin-Resource-Policy, the browser may not trust its certificate, or it keeps pages out of the local network.',
    todo: 'Compare with the network tab of the browser’s tools, and check that errors carry the CORS headers and that the answer says “Vary: Origin”.',
  }),

  strangers:
    'Your server also allows an origin that Preflight made up, with credentials, so every site can call it as whoever visits it. Name an origin back only if it is on your list.',

  noVary:
    'Your server names this page’s origin without “Vary: Origin”. Unless it names the same one always, a cache may hand one origin’s answer to another: send “Vary: Origin” too.',

  anyOriginWithCredentials:
    'It also admits credentials: make sure that it compares Origin with a list. A server that names whichever origin asks lets every page read what this person may see.',

  reachesInward:
    'This page is on the open net and the address is in a local network: Chromium asks the person for leave first (“local network access”), and rejects the request where it was refused.',
} as const;
