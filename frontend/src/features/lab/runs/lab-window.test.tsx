import { afterEach, expect, test, vi } from 'vitest';
import { LabWindow } from './lab-window';

const url = 'http://localhost:4000/';

afterEach(() => {
  vi.useRealTimers();
});

/** The queries of the addresses that the Lab's window is led to, after the one that it opens at. */
function openedIn(labWindow: LabWindow): readonly string[] {
  const asked: string[] = [];
  const location = { replace: (address: string) => asked.push(new URL(address).search) };
  vi.spyOn(window, 'open').mockReturnValue({ closed: false, location } as unknown as Window);
  labWindow.open(url);
  return asked;
}

test('a page that does not arrive is asked for again, each time after twice as long, until it is there', async () => {
  vi.useFakeTimers();
  const labWindow = new LabWindow();
  const asked = openedIn(labWindow);
  let arrive: () => void = () => undefined;
  const arrival = new Promise<void>((resolve) => (arrive = resolve));
  labWindow.untilArrival(url, arrival);

  const pauses = [1_000, 2_000, 4_000];
  for (const [index, pause] of pauses.entries()) {
    await vi.advanceTimersByTimeAsync(pause - 1);
    expect(asked).toHaveLength(index);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toHaveLength(index + 1);
  }
  // Each has an address of its own, so that one that is late is told from the last.
  expect(asked).toEqual(['?2', '?3', '?4']);
  expect(labWindow.isLast('?4')).toBe(true);
  expect(labWindow.isLast('?3')).toBe(false);

  arrive();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(3);
});
