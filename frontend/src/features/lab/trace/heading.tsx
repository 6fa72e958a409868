import type { ReactNode } from 'react';

export type HeadingLevel = 2 | 3 | 4 | 5;

interface HeadingProps {
  /** By the headings that stand above where this is shown. */
  readonly level: HeadingLevel;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function Heading({ level, className, children }: HeadingProps) {
  const Tag = `h${level}` as const;
  return <Tag className={className}>{children}</Tag>;
}
