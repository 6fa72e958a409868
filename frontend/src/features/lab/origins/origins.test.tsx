import { screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { renderRoutes } from '../../../../test-support/render-page';
import { readAddress } from './address';
import { consequencesOf } from './consequences';
import { Origins } from './origins';
import { pairOf } from './use-linked-pair';

/** Opens the document at a link. happy-dom tells of it, as no browser does, and tells late. */
async function openedAt(hash: string): Promise<void> {
  if (window.location.hash === hash) return;
  const told = new Promise((resolve) => {
    window.addEventListener('hashchange', resolve, { once: true });
  });
  window.history.replaceState(null, '', `/${hash}`);
  await told;
}

afterEach(() => openedAt(''));

function show() {
  return renderRoutes([{ index: true, Component: Origins }]);
}

async function compare(one: string, other: string) {
  const { user } = show();
  for (const [label, text] of [
    ['The page’s address', one],
    ['The address that it calls', other],
  ] as const) {
    const field = screen.getByRole('textbox', { name: label });
    await user.clear(field);
    await user.type(field, text);
  }
  await user.click(screen.getByRole('button', { name: 'Compare' }));
  return user;
}

function consequencesBetween(one: string, other: string) {
  const [a, b] = [readAddress(one), readAddress(other)];
  return a.kind === 'address' && b.kind === 'address' && consequencesOf(a.address, b.address);
}

function verdict(): HTMLElement {
  return screen.getByRole('status', { name: 'The answer' });
}

/** The rows of a table, each as it is read. */
function rowsOf(name: RegExp): string[] {
  const table = screen.getByRole('table', { name });
  return within(table)
    .getAllByRole('row')
    .map((row) => row.textContent.replace(/\s+/g, ' ').trim());
}

test('tells that two ports are two origins of one site, and why', async () => {
  await compare('http://localhost:5173', 'http://localhost:8080/api/posts');
  const verdicts = verdict();
  expect(verdicts).toHaveTextContent('Two origins');
  expect(verdicts).toHaveTextContent('The ports differ: 5173 and 8080.');
  expect(verdicts).toHaveTextContent('The same site');
  expect(rowsOf(/^An origin is scheme, host and port/)).toEqual([
    'Parthttp://localhost:5173http://localhost:8080Compared',
    'Scheme of origin and sitehttphttpsame',
    'Host of originlocalhostlocalhostsame',
    'Port of origin51738080differs',
    'Registrable domain of sitenone it is itself a suffixnone it is itself a suffixsame',
  ]);
  expect(screen.getByText(/ports don’t matter to cookies/)).toBeInTheDocument();
  expect(screen.getByText(/“Access-Control-Allow-Origin: http:\/\/localhost:5173”/)).toBeInTheDocument();
});

test('gives each step with the section of the standard that it follows', async () => {
  await compare('https://app.example.com', 'https://api.example.com');
  const steps = within(screen.getByRole('list', { name: 'Is it the same origin, step by step' }));
  expect(steps.getAllByRole('listitem').map((step) => step.textContent)).toEqual([
    expect.stringMatching(/^Passed.* both have an origin of scheme, host and port/),
    expect.stringMatching(/^Passed.*Both use https/),
    expect.stringMatching(/^Not met.*The hosts differ: app\.example\.com and api\.example\.com/),
  ]);
  expect(steps.getAllByRole('link', { name: 'HTML, Same origin' })[0]).toHaveAttribute(
    'href',
    'https://html.spec.whatwg.org/multipage/browsers.html#same-origin',
  );
  expect(screen.getByText(/set with “Domain=example\.com” goes to both/)).toBeInTheDocument();
});

test('tells which cookies travel between sites', async () => {
  await compare('https://a.github.io', 'https://b.github.io');
  expect(rowsOf(/^Which of the server’s cookies/).slice(1)).toEqual([
    'SameSite=Strictnot sentnot sentnot sent',
    'SameSite=Laxnot sentsentnot sent',
    'SameSite=None; Securesentsentsent',
  ]);
  expect(screen.getByText(/Sec-Fetch-Site: cross-site/)).toBeInTheDocument();
});

test.each(['http://example.com', 'http://192.168.1.5'])(
  'says of %s that a server of plain http is told no site, and that a page of https can’t call it',
  async (other) => {
    await compare('https://example.com', other);
    expect(screen.getByText(/The server is told no/)).toBeInTheDocument();
    expect(screen.getByText(/browsers block such a call as mixed content/)).toBeInTheDocument();
    expect(rowsOf(/^Which of the server’s cookies/)[3]).toMatch(/^SameSite=None; Securenot sent/);
  },
);

test.each(['http://localhost:8080', 'http://127.0.0.1:8080', 'http://[::1]:8080'])(
  'lets a page of https call this machine by %s',
  (other) => {
    expect(consequencesBetween('https://example.com', other)).toMatchObject({
      isToldSite: true,
      isCallable: true,
    });
  },
);

test('tells of every difference, since mending one leaves the others', async () => {
  await openedAt('#one=http%3A%2F%2Fapp.example.com&other=https%3A%2F%2Fexample.org');
  show();
  expect(verdict()).toHaveTextContent('the host and port differ too.');
  expect(verdict()).toHaveTextContent('the scheme differs too.');
});

test('compares an example with one click', async () => {
  const { user } = show();
  await user.click(screen.getByRole('button', { name: 'With and without the port' }));
  const verdicts = verdict();
  expect(verdicts).toHaveTextContent('The same origin');
  expect(verdicts).toHaveTextContent('The same site');
  expect(rowsOf(/^An origin/)).toContain(
    'Port of origin443 the default of https443 the default of httpssame',
  );
  expect(screen.getByText(/CORS has no say/)).toBeInTheDocument();
});

test('says of an opaque origin that it is the same as nothing', async () => {
  const { user } = show();
  await user.click(screen.getByRole('button', { name: 'A sandboxed frame' }));
  expect(verdict()).toHaveTextContent('The first has an opaque origin');
  expect(screen.queryByRole('table', { name: /^An origin/ })).not.toBeInTheDocument();
  expect(screen.getByText(/should not allow it/)).toBeInTheDocument();
});

test('says what is wrong at the field, keeps what was typed, and answers nothing', async () => {
  const user = await compare('https://app.example.com', 'localhost:8080');
  const field = screen.getByRole('textbox', { name: 'The address that it calls' });
  expect(field).toHaveAccessibleDescription('Write the scheme too, as in http://localhost:8080.');
  expect(field).toHaveFocus();
  expect(field).toHaveValue('localhost:8080');
  expect(screen.getByRole('textbox', { name: 'The page’s address' })).toHaveValue('https://app.example.com');
  expect(screen.queryByRole('status', { name: 'The answer' })).not.toBeInTheDocument();
  await user.type(field, '/');
  expect(field).toBeValid();
});

test('puts into the link what makes the origins, and nothing secret', async () => {
  await compare('https://ada:secret@example.com/inbox?token=secret', 'https://api.example.com/#secret');
  expect(pairOf(window.location.hash)).toEqual({
    one: 'https://example.com',
    other: 'https://api.example.com',
  });
});

test('compares what a link names', async () => {
  await openedAt('#one=http%3A%2F%2Fexample.com&other=https%3A%2F%2Fexample.com');
  show();
  expect(screen.getAllByText('The schemes differ: http and https.').length).toBeGreaterThan(0);
});

test('says what is wrong with a link', async () => {
  await openedAt('#one=https%3A%2F%2Fexample.com&other=example.org');
  show();
  expect(screen.getByRole('textbox', { name: 'The address that it calls' })).toHaveAccessibleDescription(
    'Write the scheme too, as in https://example.org.',
  );
  expect(screen.queryByRole('status', { name: 'The answer' })).not.toBeInTheDocument();
});

test('says that only http and https are called and have cookies', async () => {
  await compare('https://example.com', 'file:///home/ada');
  expect(screen.getByText(/No page can call file: with fetch/)).toBeInTheDocument();
});

test('follows the link when it changes under the page', async () => {
  show();
  window.location.hash = '#one=https%3A%2F%2Fa.github.io&other=https%3A%2F%2Fb.github.io';
  expect(await screen.findByDisplayValue('https://b.github.io')).toBeInTheDocument();
  expect(verdict()).toHaveTextContent('Two sites');
});
