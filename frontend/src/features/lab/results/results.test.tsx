import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { runAsPredicted } from '../../../../test-support/lab-runs';
import { renderRoutes } from '../../../../test-support/render-page';
import { experiments } from '../experiments/chapters';
import { ProblemError } from '../../../api/api-error';
import type { RunResult } from '../runs/run-result';
import type { LabRunState } from '../runs/use-lab-run';
import { RunView } from './run-view';

function resultOf(id: string): RunResult {
  const experiment = experiments.find((each) => each.id === id);
  return runAsPredicted((experiment ?? expect.unreachable(id)).setup('client'));
}

function show(state: LabRunState) {
  return renderRoutes([{ index: true, element: <RunView state={state} level={3} /> }]);
}

/** The column of this name. */
function column(name: string): HTMLElement {
  return (
    screen.getByRole('heading', { name }).closest<HTMLElement>('[class*="column"]') ??
    expect.unreachable(name)
  );
}

test('shows the three sides of a blocked request, why it was, and what to do', () => {
  show({ kind: 'done', result: resultOf('no-cors-header') });
  expect(
    screen.getByRole('heading', { level: 3, name: /^Blocked The page may not read the answer/ }),
  ).toBeVisible();
  expect(screen.getByRole('article', { name: /^Blocked The page may not read the answer/ })).toBeVisible();
  expect(screen.getAllByRole('status')[0]).toHaveTextContent('Blocked. The page may not read the answer.');
  expect(screen.getByText(/^All three agree/)).toBeVisible();
  expect(column('Predicted')).toHaveTextContent('fetch fails with a TypeError.');
  expect(column('Observed in this browser')).toHaveTextContent('An error that does not say why.');
  expect(column('Observed in this browser')).toHaveTextContent('TypeError: Failed to fetch');
  expect(column('Recorded by the server')).toHaveTextContent(
    'GET /runs/firstf…Origin: http://localhost:5173',
  );
  expect(
    screen.getByRole('heading', { name: /because the answer has no Access-Control-Allow-Origin/ }),
  ).toBeVisible();
  expect(screen.getByText('What to do').nextElementSibling).toHaveTextContent(
    /Access-Control-Allow-Origin: http/,
  );
  expect(screen.getByText('Written in').nextElementSibling?.firstElementChild).toHaveAttribute(
    'href',
    'https://fetch.spec.whatwg.org/#concept-cors-check',
  );
});

test('says of an error whether it says why', () => {
  const { calls, ...setup } = resultOf('no-cors-header').setup;
  const misspelt = calls.map((call) => ({ ...call, method: 'TRACE' }));
  show({ kind: 'done', result: runAsPredicted({ ...setup, calls: misspelt }) });
  expect(column('Observed in this browser')).toHaveTextContent('An error that says why.');
});

test('names the headers that were kept from the page', () => {
  show({ kind: 'done', result: resultOf('right-origin') });
  expect(column('Recorded by the server')).toHaveTextContent(
    /Kept from the page The headers .+ and x-lab-example\./,
  );
  expect(column('Observed in this browser')).toHaveTextContent('content-type: application/json');
});

test('tells a form that was refused from one that was carried out', () => {
  show({ kind: 'done', result: resultOf('guarded-form') });
  expect(column('Predicted')).toHaveTextContent('There is no preflight: a form asks nobody.');
  expect(screen.getByRole('heading', { name: /the server refused it: 403/ })).toBeVisible();
  expect(screen.getByText('What to do').nextElementSibling).toHaveTextContent(/^Keep it so/);
});

test('says what a form needs that was carried out', () => {
  show({ kind: 'done', result: resultOf('forged-form') });
  expect(screen.getByText('What to do').nextElementSibling).toHaveTextContent(
    /^Let the server look at Origin/,
  );
});

test('says of a header that is not predicted that HTTP adds it', () => {
  const result = resultOf('right-origin');
  const withLength = result.calls.map((call) => ({
    ...call,
    observed: {
      ...call.observed,
      headers: [...call.observed.headers, { name: 'content-length', value: '18' }],
    },
  }));
  show({ kind: 'done', result: { ...result, calls: withLength } });
  expect(column('Observed in this browser')).toHaveTextContent(
    'HTTP itself adds content-length, which no prediction names.',
  );
});

test('tells several calls apart, and a preflight from a request', () => {
  show({ kind: 'done', result: resultOf('remembered-preflight') });
  expect(screen.getByText('In all, 3 requests reached the server: OPTIONS, PUT and PUT.')).toBeVisible();
  const [first, second] = screen.getAllByRole('article');
  const list = (article: HTMLElement | undefined) =>
    within(article ?? expect.unreachable()).getByRole('list', { name: 'Who sent what to whom' });
  expect(
    within(first ?? expect.unreachable()).getByRole('heading', { name: /^Call 1 of 2: PUT/ }),
  ).toBeVisible();
  expect(list(first)).toHaveTextContent('OPTIONS Preflight');
  expect(list(second)).toHaveTextContent('An earlier preflight still counts');
});

test('opens every step with the section of its standard', async () => {
  const { user } = show({ kind: 'done', result: resultOf('lower-case-patch') });
  const summary = screen.getByText(/^All \d+ steps, in the standard’s order$/);
  await user.click(summary);
  const steps = summary.closest('details') ?? expect.unreachable();
  expect(within(steps).getByText('Preflight')).toBeVisible();
  expect(within(steps).getByText('Stopped here')).toBeVisible();
  expect(within(steps).getAllByRole('link', { name: 'Fetch, CORS-preflight fetch' }).length).toBeGreaterThan(
    0,
  );
});

test('says what does not agree, and what to believe', () => {
  const result = resultOf('right-origin');
  const disagreements = [
    { about: 'outcome', predicted: 'readable', found: 'error' },
    { about: 'requests', predicted: 'preflight OPTIONS\nrequest PUT', found: 'preflight OPTIONS' },
  ] as const;
  show({
    kind: 'done',
    result: { ...result, calls: result.calls.map((call) => ({ ...call, disagreements })) },
  });
  expect(screen.queryByText(/^All three agree/)).not.toBeInTheDocument();
  expect(screen.getByText(/^About what the page got/)).toHaveTextContent(
    'About what the page got, The page reads the answer was predicted, and fetch fails with a TypeError was found.',
  );
  expect(screen.getByText(/^About the requests/)).toHaveTextContent(
    'preflight OPTIONS, and then request PUT was predicted, and preflight OPTIONS was found.',
  );
});

const setup = resultOf('no-cors-header').setup;

test.each<[string, LabRunState, RegExp]>([
  [
    'the server refused it',
    {
      kind: 'failed',
      setup,
      failure: {
        kind: 'refused',
        error: new ProblemError({ status: 429, detail: 'There are too many runs.' }),
      },
    },
    /^There are too many runs\.$/,
  ],
  [
    'the browser opened no window',
    { kind: 'failed', setup, failure: { kind: 'window-blocked', initiator: 'another-site' } },
    /did not let the Lab open a page on 127\.0\.0\.1\. Allow pop-up windows/,
  ],
  [
    'the window is gone',
    { kind: 'failed', setup, failure: { kind: 'window-closed', initiator: 'client' } },
    /^The Lab’s window was closed before the run was over/,
  ],
  [
    'the page that was to call is not there',
    { kind: 'failed', setup, failure: { kind: 'initiator-missing', initiator: 'another-port' } },
    /starts from a page on another port, which did not answer/,
  ],
])('tells why there is no result: %s', (_, state, text) => {
  show(state);
  expect(screen.getByRole('alert')).toHaveTextContent(text);
});

test('shows what the server has recorded while it goes on', () => {
  const [call] = resultOf('method-not-allowed').calls;
  show({ kind: 'running', setup, recorded: call?.recorded ?? [] });
  expect(screen.getByText('The server has recorded: OPTIONS.')).toBeVisible();
  expect(screen.getAllByRole('status')[0]).toHaveTextContent('The run is under way.');
});
