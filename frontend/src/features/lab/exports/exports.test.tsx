import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { labCall, step } from '../../../../test-support/export-samples';
import { page } from '../../../../test-support/lab-samples';
import { callResult, redirectedRun, refusedRun, runResult } from '../../../../test-support/run-samples';
import { ToastProvider } from '../../../ui/toast';
import type { RunResult } from '../runs/run-result';
import type { CheckStep } from '../standard/trace';
import { FixSnippets } from './fix-snippets';
import { RunActions } from './run-actions';
import { setupFromHash } from './setup-link';

const absent = step('allow-origin-present', { origin: page });

function showFixes(...steps: readonly CheckStep[]) {
  const user = userEvent.setup();
  render(
    <ToastProvider>
      {steps.map((failed) => (
        <FixSnippets key={failed.rule} step={failed} origin={page} call={labCall} />
      ))}
    </ToastProvider>,
  );
  return user;
}

function showActions(result: RunResult) {
  const user = userEvent.setup();
  render(
    <ToastProvider>
      <RunActions result={result} />
    </ToastProvider>,
  );
  return user;
}

function refuseCopying(): void {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'));
}

afterEach(() => {
  window.getSelection()?.removeAllRanges();
});

describe('the snippets of a fix', () => {
  test('the first is shown, copied, and said to be', async () => {
    const user = showFixes(absent);
    expect(screen.getByRole('tab', { selected: true })).toHaveTextContent('Micronaut');
    await user.click(screen.getByRole('button', { name: 'Copy: Micronaut' }));
    expect(screen.getByRole('status')).toHaveTextContent('Copied.');
    expect(await navigator.clipboard.readText()).toContain(`allowed-origins: ["${page}"]`);
  });

  test('whoever chose nginx once sees nginx in every fix, as long as there is one', async () => {
    const facts = { name: 'lab-a', sameSite: 'Lax', context: 'http://b.c', navigation: null } as const;
    const user = showFixes(
      absent,
      step('preflight-ok-status', { status: 404 }),
      step('cookie-same-site', facts),
    );
    for (const tab of screen.getAllByRole('tab', { name: 'nginx' }).slice(0, 1)) await user.click(tab);
    const chosen = screen.getAllByRole('tab', { selected: true }).map(({ textContent }) => textContent);
    expect(chosen).toEqual(['nginx', 'nginx', 'The header']);
  });

  test('one for a method that no browser sends says that no server can allow it', () => {
    showFixes(step('method-valid', { method: 'P T' }), step('method-not-forbidden', { method: 'TRACE' }));
    expect(screen.getAllByText(/^No server can allow it/)).toHaveLength(2);
    expect(screen.queryByRole('tab')).toBeNull();
  });

  test('one that a framework has no part in has no tabs', () => {
    showFixes(step('redirect-mode', { status: 302 }));
    expect(screen.queryByRole('tab')).toBeNull();
    expect(screen.getByRole('button', { name: 'Copy: In the page' })).toBeVisible();
  });

  test('there are none where nothing is to be set', () => {
    showFixes(step('redirect-count', { count: 21 }));
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('where the browser refuses to copy, the text is selected', async () => {
    const user = showFixes(step('redirect-mode', { status: 302 }));
    refuseCopying();
    await user.click(screen.getByRole('button', { name: 'Copy: In the page' }));
    expect(screen.getByRole('status')).toHaveTextContent('The text is selected');
    expect(window.getSelection()?.toString()).toBe('await fetch(url);');
  });
});

describe('what one takes along from a run', () => {
  test('a link that describes it, without its secrets, and says so', async () => {
    const user = showActions(redirectedRun);
    await user.click(screen.getByRole('button', { name: 'Copy link' }));
    const link = new URL(await navigator.clipboard.readText());
    expect(link.pathname).toBe('/lab/build');
    expect(setupFromHash(link.hash)?.calls[0]?.method).toBe('POST');
    expect(screen.getByRole('status')).toHaveTextContent(
      'The link is copied. The value of Authorization is left out.',
    );
  });

  test.each([
    ['Copy as curl', 'curl --include'],
    ['Copy as Playwright test', "from '@playwright/test'"],
  ])('%s', async (name, part) => {
    const user = showActions(refusedRun);
    await user.click(screen.getByRole('button', { name }));
    expect(await navigator.clipboard.readText()).toContain(part);
    expect(screen.getByRole('status')).toHaveTextContent('copied');
  });

  test('of a call that no browser sends, the reason, said to be that', async () => {
    const user = showActions(runResult(callResult({ method: 'TRACE' }, [])));
    await user.click(screen.getByRole('button', { name: 'Copy as curl' }));
    expect(screen.getByRole('status')).toHaveTextContent('Nothing was sent. Why not is copied.');
    expect(await navigator.clipboard.readText()).toContain('No server can change that');
  });

  test('where the browser refuses to copy, the text is shown and selected', async () => {
    const user = showActions(refusedRun);
    refuseCopying();
    const group = screen.getByRole('group', { name: 'Take this run along' });
    await user.click(within(group).getByRole('button', { name: 'Copy as curl' }));
    expect(within(group).getByText(/curl --include/)).toBeVisible();
    expect(window.getSelection()?.toString()).toContain('--request OPTIONS');
  });
});
