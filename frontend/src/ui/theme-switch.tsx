import { Icon, type IconName } from './icon';
import { Menu } from './menu';
import { type Theme, useTheme } from './theme';

export const choices: readonly { theme: Theme; label: string; icon: IconName }[] = [
  { theme: 'system', label: 'System', icon: 'screen' },
  { theme: 'light', label: 'Light', icon: 'sun' },
  { theme: 'dark', label: 'Dark', icon: 'moon' },
];

export function ThemeSwitch() {
  const theme = useTheme();
  const current = choices.find((choice) => choice.theme === theme);
  return (
    <Menu
      label={`Theme: ${current?.label ?? 'System'}`}
      trigger={<Icon name={current?.icon ?? 'screen'} />}
      load={() => import('./theme-items')}
    >
      {({ ThemeItems }, list) => <ThemeItems {...list} />}
    </Menu>
  );
}
