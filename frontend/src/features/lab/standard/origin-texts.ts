import type { CheckTexts } from './explanation-texts';
import type { HostSite } from './rules';
import { html, sameOrigin, sameSite } from './sections';

export const originTexts = {
  'tuple-origins': {
    section: html('Origin', 'concept-origin'),
    passes: ({ one, other }) => `${one} and ${other} both have an origin of scheme, host and port.`,
    fails: ({ one, other }) => ({
      what: `${one === 'null' ? 'The first' : other === 'null' ? 'The second' : 'One'} has an opaque origin, which is written “null”.`,
      why: 'An opaque origin (a sandboxed frame, a data: or file: address) is equal to nothing but itself.',
      todo: 'Serve the page over http or https, and without the sandbox if it needs an origin.',
    }),
  },
  'same-scheme': {
    section: sameOrigin,
    passes: ({ one }) => `Both use ${one}.`,
    fails: ({ one, other }) => ({
      what: `The schemes differ: ${one} and ${other}.`,
      why: 'A page loaded without encryption can be changed on the way, so it is kept apart from the encrypted one, for origins and for sites.',
      todo: 'Serve both with the same scheme, best https.',
    }),
  },
  'same-host': {
    section: sameOrigin,
    passes: ({ one }) => `Both are at ${one}.`,
    fails: ({ one, other }) => ({
      what: `The hosts differ: ${one} and ${other}.`,
      why: 'Hosts are compared letter by letter. Two names of the same machine, such as localhost and 127.0.0.1, are two hosts.',
      todo: 'Use one name for both, or let the server allow the other origin.',
    }),
  },
  'same-port': {
    section: sameOrigin,
    passes: ({ one }) => `Both use port ${one}.`,
    fails: ({ one, other }) => ({
      what: `The ports differ: ${one} and ${other}.`,
      why: 'The port is part of an origin, because another program may listen there. It is no part of a site, and cookies don’t know it either.',
      todo: 'Let the server allow the other origin, or serve both from one port.',
    }),
  },
  'same-registrable-domain': {
    section: sameSite,
    passes: ({ one, other }) =>
      one.host === other.host
        ? `Both have the host ${one.host}.`
        : `Both hosts belong to ${String(one.registrableDomain)}, which one owner registered.`,
    fails: ({ one, other }) => ({
      what: `${one.host} and ${other.host} are of two sites: ${siteTexts(one, other)}.`,
      why: 'A site is what one owner can register. Under a public suffix, such as “com” or “github.io”, everyone can register a name, so it is no site by itself.',
      todo: 'Put both under one registered name, or use cookies with SameSite=None; Secure; Partitioned.',
    }),
  },
} satisfies Partial<CheckTexts>;

function siteTexts(one: HostSite, other: HostSite): string {
  const areNames = [one, other].every(({ host, registrableDomain }) => registrableDomain === host);
  return areNames ? 'each is a name that somebody else can register' : `${siteText(one)}; ${siteText(other)}`;
}

function siteText({ host, registrableDomain }: HostSite): string {
  if (registrableDomain === null) return `${host} stands for itself alone`;
  return registrableDomain === host ? `${host} is registrable` : `${host} belongs to ${registrableDomain}`;
}
