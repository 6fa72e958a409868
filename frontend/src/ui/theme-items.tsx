import { MenuChoice, MenuList, type MenuListProps } from './menu-list';
import { chooseTheme, useTheme } from './theme';
import { choices } from './theme-switch';

export function ThemeItems(list: MenuListProps) {
  const theme = useTheme();
  return (
    <MenuList {...list}>
      {choices.map((choice) => (
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
      ))}
    </MenuList>
  );
}
