import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Menu, MenuAction } from './menu';

function renderMenu() {
  const onChoose = vi.fn();
  render(
    <Menu label="Things" trigger="Open">
      <MenuAction onChoose={onChoose}>First</MenuAction>
      <MenuAction onChoose={onChoose}>Second</MenuAction>
    </Menu>,
  );
  return { onChoose, user: userEvent.setup(), button: screen.getByRole('button', { name: 'Things' }) };
}

test('is worked with the keyboard alone, and gives the focus back', async () => {
  const { onChoose, user, button } = renderMenu();
  button.focus();
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole('menuitem', { name: 'First' })).toHaveFocus();
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
  await user.keyboard('{Escape}');
  expect(button).toHaveFocus();
  await user.click(button);
  await user.click(document.body);
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  expect(onChoose).not.toHaveBeenCalled();
});
