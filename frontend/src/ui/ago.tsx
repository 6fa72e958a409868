import { agoText } from './ago-text';

const minute = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

interface AgoProps {
  readonly instant: string;
  /** When it was heard of, in epoch milliseconds. */
  readonly now: number;
}

/** How long ago something was; the minute shows on hovering. */
export function Ago({ instant, now }: AgoProps) {
  const date = new Date(instant);
  return (
    <time dateTime={instant} title={minute.format(date)}>
      {agoText(date, new Date(now))}
    </time>
  );
}
