import type { Option } from '../../../ui/select-field';
import type { LabCall } from '../runs/setup';
import type { LabCookie } from '../standard/cookies';
import type { AllowOrigin, CallForm } from './build-form';

export const vias: readonly Option<LabCall['via']>[] = [
  { value: 'fetch', text: 'fetch' },
  { value: 'form', text: 'a form that is submitted' },
];

export const formMethods: readonly Option<'GET' | 'POST'>[] = [
  { value: 'POST', text: 'POST' },
  { value: 'GET', text: 'GET' },
];

export const formBodies: readonly Option<'urlsearchparams' | 'formdata' | 'string'>[] = [
  { value: 'urlsearchparams', text: 'application/x-www-form-urlencoded' },
  { value: 'formdata', text: 'multipart/form-data' },
  { value: 'string', text: 'text/plain' },
];

export const credentials: readonly Option<LabCall['credentials']>[] = [
  { value: 'same-origin', text: 'same-origin, the default' },
  { value: 'include', text: 'include' },
  { value: 'omit', text: 'omit' },
];

export const modes: readonly Option<LabCall['mode']>[] = [
  { value: 'cors', text: 'cors, the default' },
  { value: 'no-cors', text: 'no-cors' },
  { value: 'same-origin', text: 'same-origin' },
];

export const redirects: readonly Option<LabCall['redirect']>[] = [
  { value: 'follow', text: 'follow, the default' },
  { value: 'error', text: 'error' },
  { value: 'manual', text: 'manual' },
];

const bodies: readonly Option<CallForm['bodyKind']>[] = [
  { value: 'none', text: 'none' },
  { value: 'string', text: 'a string' },
  { value: 'blob', text: 'a blob with a type, such as JSON' },
  { value: 'urlsearchparams', text: 'URLSearchParams' },
  { value: 'formdata', text: 'FormData' },
  { value: 'arraybuffer', text: 'bytes' },
];

/** Only from a link: the Lab is served over HTTP/1.1, so that no browser would send it. */
const unsupportedBody: Option<CallForm['bodyKind']> = { value: 'stream', text: 'a stream, not supported' };

export function bodiesFor(chosen: CallForm['bodyKind']): readonly Option<CallForm['bodyKind']>[] {
  return chosen === unsupportedBody.value ? [...bodies, unsupportedBody] : bodies;
}

export const allowOrigins: readonly Option<AllowOrigin>[] = [
  { value: 'none', text: 'not sent' },
  { value: 'echo', text: 'the origin that asks' },
  { value: 'any', text: '*, every origin' },
  { value: 'page', text: 'the origin of this page' },
  { value: 'text', text: 'something else' },
];

export const allowCredentials: readonly Option<'none' | 'true'>[] = [
  { value: 'none', text: 'not sent' },
  { value: 'true', text: 'true' },
];

/** Which requests a cookie is set in answer to. */
export const setBys: readonly Option<'any' | 'POST'>[] = [
  { value: 'any', text: 'every request' },
  { value: 'POST', text: 'a POST alone' },
];

export const sameSites: readonly Option<LabCookie['sameSite'] | 'none-set'>[] = [
  { value: 'none-set', text: 'none' },
  { value: 'Lax', text: 'SameSite=Lax' },
  { value: 'Strict', text: 'SameSite=Strict' },
  { value: 'None', text: 'SameSite=None' },
];
