import { useState } from 'react';
import { retryAfterSeconds } from '../../api/api-error';
import { readFormRefusal } from '../../api/form-refusal';
import type { AccountDetails } from '../../api/generated/types.gen';
import { Form, FormActions } from '../../ui/form';
import { SubmitButton } from '../../ui/submit-button';
import { TextField } from '../../ui/text-field';
import { useToast } from '../../ui/toast';
import { useFieldErrors } from '../../ui/use-field-errors';
import { useChangeName } from './account-queries';
import { aboutName, limits } from './register-values';

interface NameFormProps {
  readonly details: AccountDetails;
  readonly onChanged: (details: AccountDetails) => void;
}

export function NameForm({ details, onChanged }: NameFormProps) {
  const [name, setName] = useState(details.name);
  const announce = useToast();
  const change = useChangeName((changed) => {
    setName(changed.name);
    onChanged(changed);
    announce('Your name is changed.');
  });
  const refusal = change.error && readFormRefusal(change.error, ['name']);
  const { errors, occasion, complain, mend } = useFieldErrors(change.error, refusal?.fields);

  function submit(): Promise<unknown> | undefined {
    const complaint = aboutName(name.trim());
    if (complain(complaint === null ? {} : { name: complaint })) {
      change.reset();
      return undefined;
    }
    if (name.trim() === details.name) {
      setName(details.name);
      change.reset();
      return undefined;
    }
    return change.mutateAsync(name.trim());
  }

  return (
    <Form label="Change your name" message={refusal?.form} refusal={occasion} onSubmit={submit}>
      <TextField
        label="Name"
        name="name"
        hint="Shown with what you write."
        autoComplete="name"
        required
        limit={limits.name}
        value={name}
        error={errors.name}
        onChange={(value) => {
          setName(value);
          mend('name');
        }}
      />
      <FormActions>
        <SubmitButton
          look="plain"
          busy={change.isPending}
          refusal={change.error}
          waitSeconds={retryAfterSeconds(change.error)}
        >
          Save the name
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
