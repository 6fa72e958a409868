import { act, createEvent, fireEvent, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Form } from './form';

function submitTwiceAtOnce(): void {
  const form = screen.getByRole('form', { name: 'Sample' });
  // Within one act nothing is rendered between the two.
  act(() => {
    form.dispatchEvent(createEvent.submit(form));
    form.dispatchEvent(createEvent.submit(form));
  });
}

function renderForm(onSubmit: () => Promise<unknown> | undefined) {
  return render(
    <Form label="Sample" message={null} refusal={null} onSubmit={onSubmit}>
      <input aria-label="Field" />
    </Form>,
  );
}

test('submits once while the first is under way, and again after it failed', async () => {
  const failures: (() => void)[] = [];
  const onSubmit = vi.fn(
    () =>
      new Promise<never>((_, reject) => {
        failures.push(() => {
          reject(new Error('refused'));
        });
      }),
  );
  const { rerender } = renderForm(onSubmit);
  submitTwiceAtOnce();
  expect(onSubmit).toHaveBeenCalledTimes(1);

  rerender(
    <Form label="Sample" busy message={null} refusal={null} onSubmit={onSubmit}>
      <input aria-label="Field" />
    </Form>,
  );
  expect(screen.getByRole('form')).toHaveAttribute('aria-busy', 'true');
  fireEvent.submit(screen.getByRole('form'));
  expect(onSubmit).toHaveBeenCalledTimes(1);

  await act(async () => {
    failures[0]?.();
    await Promise.resolve();
  });
  submitTwiceAtOnce();
  expect(onSubmit).toHaveBeenCalledTimes(2);
});

test('is not held up by a submit that sent nothing', () => {
  const onSubmit = vi.fn(() => undefined);
  renderForm(onSubmit);
  submitTwiceAtOnce();
  expect(onSubmit).toHaveBeenCalledTimes(2);
});
