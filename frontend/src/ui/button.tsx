import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './button.module.css';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';

interface Look {
  /** `primary` is the one thing to do on a page; `danger` destroys something. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly icon?: IconName;
  readonly children: ReactNode;
}

interface ButtonProps extends Look, Omit<ComponentProps<'button'>, 'children' | 'className'> {
  /** Shows that it is at work, and ignores further presses without losing the focus as `disabled` would. */
  readonly busy?: boolean;
  /** Where the focus begins in a dialog. */
  readonly 'data-initial-focus'?: boolean;
}

export function Button({
  look = 'plain',
  icon,
  busy = false,
  type = 'button',
  onClick,
  ...rest
}: ButtonProps) {
  const { children, ...attributes } = rest;
  return (
    <button
      {...attributes}
      type={type}
      className={classNames(styles.button, styles[look])}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? <span className={styles.spinner} aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

type LinkButtonProps = Look & Omit<ComponentProps<typeof Link>, 'children' | 'className'>;

/** A link that looks like a button: it goes somewhere, and does nothing else. */
export function LinkButton({ look = 'plain', icon, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={classNames(styles.button, styles[look])}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
