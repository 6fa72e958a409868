import { type ApiError, explain, hasStatus } from './api-error';

/** A refusal as a form shows it: each complaint at its field, and the rest above them. */
export interface FormRefusal<Field extends string> {
  readonly fields: Readonly<Partial<Record<Field, string>>>;
  readonly form: string | null;
}

/**
 * Sorts a refusal to the fields of a form. A violation of an element (`tags[2]`) belongs to its field; one that fits no
 * field is never dropped, but goes to the form's own message.
 *
 * @param uncertainty what may have come of a call without an answer; for one that is not to be repeated blindly
 */
export function readFormRefusal<Field extends string>(
  error: ApiError,
  fields: readonly Field[],
  uncertainty?: string | null,
): FormRefusal<Field> {
  const atFields: Partial<Record<Field, string>> = {};
  if (error.kind === 'unreachable') {
    const form = uncertainty
      ? `${explain(error)} ${uncertainty} Nothing you typed is lost.`
      : `${explain(error)} Nothing you typed is lost: try again in a moment.`;
    return { fields: atFields, form };
  }
  // The countdown at the button tells the seconds; here they would stand still.
  if (hasStatus(error, 429) && error.retryAfterSeconds !== null) {
    return { fields: atFields, form: 'This was tried too often in a short time.' };
  }
  if (error.violations.length === 0) return { fields: atFields, form: explain(error) };

  const others: string[] = [];
  for (const { field, message } of error.violations) {
    const name = field.replace(/[.[].*$/, '');
    const match = fields.find((candidate) => candidate === name);
    if (match === undefined) others.push(field === '' ? message : `${field}: ${message}`);
    else atFields[match] ??= message;
  }
  return { fields: atFields, form: others.length === 0 ? null : others.join(' ') };
}
