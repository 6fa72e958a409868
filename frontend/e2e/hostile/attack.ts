import type { HostilePage } from '../support/hostile-site';

/** Whom a hostile page attacks. */
export interface Target {
  /** The API, which serves the client's pages, too. */
  readonly api: string;
  readonly victim: { readonly email: string };
  /** A post of the victim's. */
  readonly postId: string;
  /** An account of the attacker's own; its password has a `=` in it. */
  readonly attacker: { readonly email: string; readonly password: string };
  /** The hostile page's own origin. */
  readonly from: string;
  /** Whether the browser sends the victim's cookies along with what a hostile page loads. */
  readonly cookiesTravel: boolean;
  /** The same for a frame of it in a sandbox, which is of no site. */
  readonly cookiesTravelFromSandbox: boolean;
}

/** What a hostile page does, and what must come of it. */
export interface Attack {
  /** Follows "a page of ... cannot". */
  readonly name: string;
  /** Each is opened in a tab of its own. */
  readonly pages: (target: Target) => readonly HostilePage[];
  /** What the server sees of it by path, such as `POST 403`: proof that the attack took place, and was refused. */
  readonly sent: (target: Target) => Readonly<Record<string, readonly string[]>>;
  /** The names of the attempts to read something; each must have got nothing. */
  readonly attempts: readonly string[];
  /** Whether what comes of it depends on the site that the page is of. */
  readonly fromEverywhere?: true;
}

export const forged = { title: 'Forged', content: 'Forged.' };

/** The three encodings of forms, and JSON that a form's text could be taken for: `name=value` with a `=` in a string. */
export const encodings = [
  ['application/x-www-form-urlencoded', 'title', 'Forged'],
  ['multipart/form-data', 'title', 'Forged'],
  ['text/plain', '{"title":"Forged ', '","content":"Forged."}'],
] as const;

export const page = (body: string): HostilePage => ({ body });

export const script = (source: string): string => `<script>${source}</script>`;

/** Whether the victim's cookies came along shows in the status: a visitor is 204 there. */
export function whoAmI(cookiesTravel: boolean): string {
  return cookiesTravel ? 'GET 200' : 'GET 204';
}

/** The same where a visitor has no business. */
export function answer(cookiesTravel: boolean): string {
  return cookiesTravel ? 'GET 200' : 'GET 401';
}

export function times(count: number, what: string): readonly string[] {
  return Array.from({ length: count }, () => what);
}
