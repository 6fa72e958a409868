import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';

// public/theme.js reads the same key before the first paint.
const key = 'preflight-theme';
const changed = 'preflight-theme-changed';

function readTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  window.dispatchEvent(new Event(changed));
}

export function chooseTheme(theme: Theme): void {
  applyTheme(theme);
  try {
    if (theme === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Storage is switched off: the choice lasts as long as the page.
  }
}

function subscribe(listener: () => void): () => void {
  function followOtherTab(event: StorageEvent): void {
    if (event.key !== key) return;
    applyTheme(event.newValue === 'light' || event.newValue === 'dark' ? event.newValue : 'system');
  }
  window.addEventListener(changed, listener);
  window.addEventListener('storage', followOtherTab);
  return () => {
    window.removeEventListener(changed, listener);
    window.removeEventListener('storage', followOtherTab);
  };
}

export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, readTheme);
}
