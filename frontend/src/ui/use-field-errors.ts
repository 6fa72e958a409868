import { useState } from 'react';

/** What is wrong with the fields of a form; null and what is left out are right. */
export type Complaints<Field extends string> = Readonly<Partial<Record<Field, string | null>>>;

interface FieldErrors<Field extends string> {
  readonly errors: Readonly<Partial<Record<Field, string>>>;
  /** Changes with every new complaint; null while there is none. */
  readonly occasion: unknown;
  /** States what is wrong before anything is sent. @returns whether anything is */
  readonly complain: (found: Complaints<Field>) => boolean;
  /** To be called when a field changes: what was said of its old value no longer holds. */
  readonly mend: (field: Field) => void;
}

/**
 * The errors at the fields of a form, from its own look at the values and from the server's.
 *
 * @param refusal identifies the server's last refusal; null while there is none
 * @param refused what that refusal says of the fields
 */
export function useFieldErrors<Field extends string>(
  refusal: unknown,
  refused: Complaints<Field> | undefined,
): FieldErrors<Field> {
  const [found, setFound] = useState<Complaints<Field> | null>(null);
  const [mended, setMended] = useState<{ refusal: unknown; fields: readonly Field[] }>({
    refusal,
    fields: [],
  });
  const mendedNow = mended.refusal === refusal ? mended.fields : [];

  const errors = found ?? refused ?? {};
  return {
    errors: Object.fromEntries(
      Object.entries(errors).filter(
        ([field, complaint]) => complaint !== null && !mendedNow.some((mendedField) => mendedField === field),
      ),
    ) as Partial<Record<Field, string>>,
    occasion: found ?? refusal,
    complain: (complaints) => {
      const any = Object.values(complaints).some((complaint) => complaint !== null);
      setFound(any ? complaints : null);
      setMended({ refusal, fields: [] });
      return any;
    },
    mend: (field) => {
      setMended({ refusal, fields: [...mendedNow, field] });
    },
  };
}
