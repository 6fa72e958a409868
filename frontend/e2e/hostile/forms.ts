import { asAttribute } from '../support/hostile-site';
import { script } from './attack';

export interface Form {
  readonly action: string;
  readonly encoding: string;
  readonly name?: string;
  readonly value?: string;
  readonly target?: string;
}

export function form({ action, encoding, name, value = '', target = '_self' }: Form): string {
  const field = name === undefined ? '' : `<input name="${asAttribute(name)}" value="${asAttribute(value)}">`;
  return `<form method="post" action="${action}" enctype="${encoding}" target="${target}">${field}</form>`;
}

/** Forms, each into a frame of its own, which the page then tries to read. */
export function intoFrames(forms: readonly Omit<Form, 'target'>[]): string {
  return (
    forms
      .map((each, n) => `<iframe name="frame${n}"></iframe>${form({ ...each, target: `frame${n}` })}`)
      .join('') +
    script(`
      for (const form of document.forms) {
        const frame = document.querySelector('iframe[name=' + form.target + ']');
        attempt('frame', () => shown(frame.contentWindow));
        form.submit();
      }
    `)
  );
}

/** A request that a page may send without asking, and whose answer it may not read. */
export const noCors = (url: string, init: string) =>
  `attempt('no-cors', () => fetch('${url}', { mode: 'no-cors', credentials: 'include', method: 'POST', ${init} }).then((answer) => answer.text()));`;
