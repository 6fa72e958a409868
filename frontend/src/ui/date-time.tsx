const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });
const minute = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

/** A day in the reader's own time zone; the minute shows on hovering. */
export function DateTime({ instant }: { readonly instant: string }) {
  const date = new Date(instant);
  return (
    <time dateTime={instant} title={minute.format(date)}>
      {day.format(date)}
    </time>
  );
}
