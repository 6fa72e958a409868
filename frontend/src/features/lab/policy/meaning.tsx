import type { ReactNode } from 'react';
import { Icon, type IconName } from '../../../ui/icon';
import styles from './meaning.module.css';

const meanings = {
  allowed: { word: 'Allowed', icon: 'check' },
  blocked: { word: 'Blocked', icon: 'close' },
  kept: { word: 'Kept from the page', icon: 'close' },
} as const satisfies Record<string, { word: string; icon: IconName }>;

export type MeaningName = keyof typeof meanings;

interface MeaningProps {
  readonly name: MeaningName;
  readonly children: ReactNode;
}

/** A sentence under the word, icon and colour of what it means. */
export function Meaning({ name, children }: MeaningProps) {
  const { word, icon } = meanings[name];
  return (
    <p className={styles[name]}>
      <strong className={styles.word}>
        <Icon name={icon} />
        {word}
      </strong>{' '}
      <span>{children}</span>
    </p>
  );
}
