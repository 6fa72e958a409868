import { screen, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { renderRoutes } from '../../../../test-support/render-page';
import { answer, problem } from '../../../../test-support/server';
import { experiments } from './chapters';
import { Experiments } from './experiments';

beforeEach(() => {
  answer('get', '/api/lab', () => HttpResponse.json({ initiators: [], doctor: false }));
});

async function show(path = '/lab') {
  const page = renderRoutes([{ path: '/lab', element: <Experiments /> }], path);
  await screen.findByRole('heading', { level: 2, name: 'The way to a login' });
  return page;
}

function article(name: string): HTMLElement {
  return screen.getByRole('article', { name: (text) => text.endsWith(name) });
}

test('lists every experiment with a link of its own', async () => {
  await show();
  const links = within(screen.getByRole('navigation', { name: 'Experiments' })).getAllByRole('link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual(experiments.map(({ id }) => `/lab#${id}`));
});

test('goes to the experiment that the address names', async () => {
  await show('/lab#lower-case-patch');
  expect(screen.getByRole('heading', { name: /A method in lower case$/ })).toHaveFocus();
});

test('tells what one needs for an experiment that this server can’t offer, and its lesson anyway', async () => {
  await show();
  const forged = article('A forged form post');
  expect(forged).toHaveTextContent(/starts from a page on 127\.0\.0\.1, which a server offers only/);
  expect(within(forged).queryByRole('button', { name: 'Run it' })).not.toBeInTheDocument();
  expect(forged).toHaveTextContent('Blocking is not protection');
});

test('quotes what was expected, and what is right', async () => {
  const { user } = await show();
  const forged = article('A forged form post');
  await user.click(within(forged).getByRole('radio', { name: 'The browser asks with a preflight first.' }));
  expect(forged).toHaveTextContent(
    'You expected: “The browser asks with a preflight first.” It is otherwise: “The server carries it out, and the page never sees the answer.”',
  );
});

test('says so when a run is refused, and lets it be tried again', async () => {
  answer('post', '/api/lab/runs', () =>
    problem(429, 'There are as many runs as there may be. Wait a minute.'),
  );
  const { user } = await show();
  const silent = article('A server that says nothing');
  await user.click(within(silent).getByRole('radio', { name: 'The page reads the answer.' }));
  await user.click(within(silent).getByRole('button', { name: 'Run it' }));
  expect(await within(silent).findByRole('alert')).toHaveTextContent('as many runs as there may be');
  expect(within(silent).getByRole('button', { name: 'Run it again' })).toBeEnabled();
  expect(within(silent).getByRole('radio', { name: 'The page reads the answer.' })).toBeChecked();
});

test('shows the page and the server before anything is run', async () => {
  await show();
  const log = article('A login whose cookie is thrown away');
  expect(log).toHaveTextContent("fetch(url, { method: 'POST', })");
  expect(log).toHaveTextContent(`Access-Control-Allow-Origin: ${window.location.origin}`);
  expect(log).toHaveTextContent('Set-Cookie: lab-…; SameSite=Lax');
});
