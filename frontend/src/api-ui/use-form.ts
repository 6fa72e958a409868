import { useState } from 'react';
import { type ApiError, retryAfterSeconds } from '../api/api-error';
import { readFormRefusal } from '../api/form-refusal';
import { useCountdown } from '../ui/use-countdown';
import { type Complaints, useFieldErrors } from '../ui/use-field-errors';

interface FormOptions<Values> {
  /** What the fields begin with, by their names in the server's request. */
  readonly initial: Values;
  /** What can be told without asking the server, which has the last word. */
  readonly validate?: (values: Values) => Complaints<keyof Values & string>;
  /** What `submit` calls. */
  readonly mutation: {
    readonly error: ApiError | null;
    readonly isPending: boolean;
    readonly reset: () => void;
  };
  /** @returns undefined when there was nothing to send */
  readonly submit: (values: Values) => Promise<unknown> | undefined;
  readonly onChange?: (field: keyof Values & string, value: string) => void;
  /** What may have come of a call without an answer; for one that is not to be repeated blindly. */
  readonly uncertainty?: string;
}

/**
 * A form that a mutation sends: what is typed and stays, what is wrong with it by its own look and by the server's, and
 * how long a refusal says to wait. Its parts are spread over a `Form`, its fields and its `SubmitButton`.
 */
export function useForm<Values extends Record<string, string>>(options: FormOptions<Values>) {
  const { initial, validate, mutation, submit, onChange, uncertainty } = options;
  const { error, isPending } = mutation;
  const [values, setValues] = useState(initial);
  const refusal =
    error && readFormRefusal(error, Object.keys(initial) as (keyof Values & string)[], uncertainty);
  const { errors, occasion, complain, mend } = useFieldErrors(error, refusal?.fields);
  const secondsLeft = useCountdown(error, retryAfterSeconds(error));

  return {
    values,
    setValues,
    field: <Name extends keyof Values & string>(name: Name) => ({
      name,
      value: values[name],
      error: errors[name],
      onChange: (value: string) => {
        setValues((before) => ({ ...before, [name]: value }));
        mend(name);
        onChange?.(name, value);
      },
    }),
    formProps: {
      // A refusal that only said to wait is settled once that is done.
      message: secondsLeft === 0 ? null : refusal?.form,
      refusal: occasion,
      onSubmit: () => {
        const complaints = validate?.(values);
        if (complaints === undefined || !complain(complaints)) return submit(values);
        mutation.reset();
        return undefined;
      },
    },
    submitProps: { busy: isPending, secondsLeft },
  };
}
