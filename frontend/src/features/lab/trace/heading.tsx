import type { ReactNode } from 'react';

export type HeadingLevel = 2 | 3 | 4 | 5;

interface HeadingProps {
  /** By the headings that stand above where this is shown. */
  readonly level: HeadingLevel;
  readonly id?: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function Heading({ level, id, className, children }: HeadingProps) {
  const Tag = `h${level}` as const;
  return (
    <Tag id={id} className={className}>
      {children}
    </Tag>
  );
}
