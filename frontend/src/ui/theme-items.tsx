import { MenuChoice } from './menu-items';
import { chooseTheme, useTheme } from './theme';
import { choices } from './theme-switch';

export function ThemeItems() {
  const theme = useTheme();
  return choices.map((choice) => (
    <MenuChoice
      key={choice.theme}
      icon={choice.icon}
      chosen={choice.theme === theme}
      onChoose={() => {
        chooseTheme(choice.theme);
      }}
    >
      {choice.label}
    </MenuChoice>
  ));
}
