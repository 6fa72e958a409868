import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Menu } from './menu';
import { MenuAction, MenuList } from './menu-list';
import { ToastProvider } from './toast';

function renderMenu(load: () => Promise<object> = () => Promise.resolve({})) {
  const onChoose = vi.fn();
  render(
    <ToastProvider>
      <Menu label="Things" trigger="Open" load={load}>
        {(_, list) => (
          <MenuList {...list}>
            <MenuAction onChoose={onChoose}>First</MenuAction>
            <MenuAction onChoose={onChoose}>Second</MenuAction>
          </MenuList>
        )}
      </Menu>
    </ToastProvider>,
  );
  return { onChoose, user: userEvent.setup(), button: screen.getByRole('button', { name: 'Things' }) };
}

/** Items that arrive when it is called. */
function late() {
  let arrive = (): void => undefined;
  const arrival = new Promise<object>((resolve) => {
    arrive = () => {
      resolve({});
    };
  });
  return { load: () => arrival, arrive, arrival };
}

function firstItem(): Promise<HTMLElement> {
  return screen.findByRole('menuitem', { name: 'First' });
}

test('is worked with the keyboard alone, and gives the focus back', async () => {
  const { onChoose, user, button } = renderMenu();
  button.focus();
  await user.keyboard('{ArrowDown}');
  expect(await firstItem()).toHaveFocus();
  await user.keyboard('{ArrowUp}');
  expect(screen.getByRole('menuitem', { name: 'Second' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(onChoose).toHaveBeenCalledOnce();
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  expect(button).toHaveFocus();
});

test('closes without a choice', async () => {
  const { onChoose, user, button } = renderMenu();
  await user.click(button);
  await firstItem();
  await user.keyboard('{Escape}');
  expect(button).toHaveFocus();
  await user.click(button);
  await user.click(document.body);
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  expect(onChoose).not.toHaveBeenCalled();
});

test('opens at the first press, once its items have arrived', async () => {
  const { load, arrive } = late();
  const { user, button } = renderMenu(load);
  await user.click(button);
  expect(button).toHaveAttribute('aria-busy', 'true');
  expect(button).toHaveAttribute('aria-expanded', 'false');
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  arrive();
  expect(await firstItem()).toHaveFocus();
});

test.each(['{Escape}', '{Tab}'])('does not open any more after %s', async (key) => {
  const { load, arrive, arrival } = late();
  const { user, button } = renderMenu(load);
  await user.click(button);
  await user.keyboard(key);
  arrive();
  await arrival;
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  expect(button).toHaveAttribute('aria-expanded', 'false');
});

test('takes the focus from nobody who has gone on', async () => {
  const { load, arrive, arrival } = late();
  const { user, button } = renderMenu(load);
  const field = document.body.appendChild(document.createElement('input'));
  await user.click(button);
  field.focus();
  arrive();
  await arrival;
  await waitFor(() => {
    expect(button).toHaveAttribute('aria-busy', 'false');
  });
  expect(field).toHaveFocus();
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  field.remove();
});

test('has its items before it is opened, so that an outage does not take them', async () => {
  const load = vi.fn(() => Promise.resolve({}));
  const { user, button } = renderMenu(load);
  await waitFor(() => {
    expect(load).toHaveBeenCalledOnce();
  });
  await user.click(button);
  expect(await firstItem()).toHaveFocus();
  expect(load).toHaveBeenCalledOnce();
});

test('says that its items could not be loaded, and tries again at the next press', async () => {
  let isOffline = true;
  const { user, button } = renderMenu(() =>
    isOffline ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve({}),
  );
  await user.click(button);
  expect(await screen.findByText(/couldn’t be loaded/)).toBeInTheDocument();
  expect(button).toHaveAttribute('aria-expanded', 'false');
  isOffline = false;
  await user.click(button);
  expect(await firstItem()).toHaveFocus();
});
