import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { beforeEach, expect, test, vi } from 'vitest';
import { policy } from '../../../../test-support/policy-samples';
import { renderRoutes } from '../../../../test-support/render-page';
import { answer, problem } from '../../../../test-support/server';
import type { SimulatedAnswer, SimulatedRequest } from '../../../api/generated/types.gen';
import { Cases } from './cases';

beforeEach(() => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 Chrome/156.0.0.0');
  answer('get', '/api/lab', () => HttpResponse.json({ initiators: [], doctor: false }));
});

const patience = { timeout: 10_000 };

/** A server that judges every Origin by one function. */
function serve(allows: (origin: string) => boolean): { readonly batches: number[] } {
  const seen = { batches: [] as number[] };
  answer('get', '/api/lab/policy', () => HttpResponse.json(policy));
  answer('post', '/api/lab/policy/requests', async ({ request }) => {
    const { requests } = (await request.json()) as { requests: SimulatedRequest[] };
    seen.batches.push(requests.length);
    return HttpResponse.json({ answers: requests.map((each) => answerTo(each, allows)) });
  });
  return seen;
}

function answerTo(request: SimulatedRequest, allows: (origin: string) => boolean): SimulatedAnswer {
  const [origin = ''] = request.origins ?? [];
  const isAllowed = allows(origin);
  const isPreflight = request.method === 'OPTIONS';
  const isRead = request.method === 'GET';
  return {
    kind: isPreflight ? 'preflight' : 'request',
    allowed: isRead || isAllowed || (!isPreflight && origin === policy.ownOrigin),
    rule: isRead ? 'safe-method' : 'foreign-origin',
    reason: '',
    status: null,
    headers: [
      { name: 'Vary', value: 'Origin' },
      ...(isAllowed ? [{ name: 'Access-Control-Allow-Origin', value: origin }] : []),
    ],
    undeliverable: [],
  };
}

function show() {
  return renderRoutes([{ index: true, Component: Cases }]);
}

async function tally(name: string): Promise<string[]> {
  const list = await screen.findByRole('status', { name }, patience);
  return within(list)
    .getAllByRole('listitem')
    .map((item) => item.textContent);
}

test('runs the 108 cases, and opens each to what was expected, found, and why', async () => {
  serve(() => false);
  const { user } = show();
  expect(await tally('The cases’ tally')).toEqual([
    '104 passed',
    '0 failed',
    '4 where Chromium is known to depart',
  ]);
  await user.selectOptions(screen.getByRole('combobox', { name: 'About' }), 'Redirects');
  expect(await tally('The cases’ tally')).toContain('6 passed');
  await user.click(
    screen.getByText(
      'Redirected from the API to another origin that allows “*”, an answer without credentials is readable.',
    ),
  );
  const table = await screen.findByRole('table', { name: 'X002, expected and found' });
  expect(table).toHaveTextContent('How the call endsreadablereadable');
  expect(table).toHaveTextContent('The Origin of the last requestnullnull');
  const steps = screen.getByRole('list', { name: 'X002, step by step' });
  expect(steps).toHaveTextContent('The browser follows the redirect 302');
});

test('says how this browser’s engine departs', async () => {
  serve(() => false);
  const { user } = show();
  await user.click((await screen.findAllByText('departs', undefined, patience))[0] ?? expect.unreachable());
  const departure = 'Unlike the standard, Chromium lets “*” cover authorization.';
  expect(await screen.findByText(departure, { selector: 'p' })).toBeInTheDocument();
});

test('tells a limit of memory from a mistake of the model', async () => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 AppleWebKit/605.1.15');
  serve(() => false);
  show();
  expect((await tally('The cases’ tally'))[1]).toBe('0 failed');
});

test('tries all hostile origins against this server, in batches that it takes', async () => {
  const seen = serve((origin) => origin === 'http://localhost:5173');
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Try all 417' }, patience));
  const counts = await tally('The hostile origins’ tally');
  expect(counts[1]).toBe('0 wrongly let in');
  expect(counts[3]).toBe('1 this server’s own origin');
  expect(Number.parseInt(counts[0] ?? '', 10) + Number.parseInt(counts[2] ?? '', 10)).toBe(416);
  expect(seen.batches).toEqual([498, 498, 255]);
});

test('finds a server that lets in whatever begins like its client', async () => {
  serve((origin) => origin.startsWith('http://localhost:5173'));
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Try all 417' }, patience));
  const [, letIn = ''] = await tally('The hostile origins’ tally');
  expect(Number.parseInt(letIn, 10)).toBeGreaterThan(10);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Of the class' }), 'port');
  const odd = screen.getAllByText('let in')[0] ?? expect.unreachable();
  await user.click(odd);
  expect(await screen.findByText('Its preflight passes.')).toBeInTheDocument();
  expect(screen.getByText('Its write with a login reaches the server’s code.')).toBeInTheDocument();
});

test('says what became of a trial that the server refused, and keeps the way to try again', async () => {
  answer('get', '/api/lab/policy', () => HttpResponse.json(policy));
  answer('post', '/api/lab/policy/requests', () => problem(400, 'Give fewer requests.'));
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Try all 417' }, patience));
  expect(await screen.findByText(/They could not all be tried. Give fewer requests./)).toBeInTheDocument();
  await waitFor(() => {
    expect(screen.getByRole('button', { name: 'Try all 417' })).not.toHaveAttribute('aria-disabled');
  });
});

test('says why the policy could not be loaded, while the browser’s cases run without it', async () => {
  answer('get', '/api/lab/policy', () => problem(400, 'The server would not say.'));
  show();
  expect(await screen.findByRole('alert', undefined, patience)).toHaveTextContent(
    'The server would not say.',
  );
  expect(await tally('The cases’ tally')).toContain('104 passed');
});
