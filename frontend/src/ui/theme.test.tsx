import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { chooseTheme, useTheme } from './theme';

afterEach(() => {
  delete document.documentElement.dataset.theme;
});

test('follows the system until a theme is chosen, and again when that is taken back', () => {
  const { result } = renderHook(() => useTheme());
  expect(result.current).toBe('system');

  act(() => {
    chooseTheme('dark');
  });
  expect(result.current).toBe('dark');
  expect(document.documentElement.dataset.theme).toBe('dark');
  expect(localStorage.getItem('preflight-theme')).toBe('dark');

  act(() => {
    chooseTheme('system');
  });
  expect(result.current).toBe('system');
  expect(localStorage.getItem('preflight-theme')).toBeNull();
});

test('follows a choice made in another tab', () => {
  const { result } = renderHook(() => useTheme());
  act(() => {
    window.dispatchEvent(new StorageEvent('storage', { key: 'preflight-theme', newValue: 'light' }));
  });
  expect(result.current).toBe('light');
});
