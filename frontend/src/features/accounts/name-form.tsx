import { useForm } from '../../api-ui/use-form';
import type { AccountDetails } from '../../api/generated/types.gen';
import { Form, FormActions } from '../../ui/form';
import { SubmitButton } from '../../ui/submit-button';
import { TextField } from '../../ui/text-field';
import { useToast } from '../../ui/toast';
import { useChangeName } from './account-queries';
import { aboutName, limits } from './register-values';

interface NameFormProps {
  readonly details: AccountDetails;
  readonly onChanged: (details: AccountDetails) => void;
}

export function NameForm({ details, onChanged }: NameFormProps) {
  const announce = useToast();
  const change = useChangeName((changed) => {
    onChanged(changed);
    announce('Your name is changed.');
  });
  const form = useForm({
    initial: { name: details.name },
    validate: ({ name }) => ({ name: aboutName(name.trim()) }),
    mutation: change,
    submit: ({ name }) => {
      if (name.trim() !== details.name) {
        return change.mutateAsync(name.trim(), {
          onSuccess: (changed) => {
            form.setValues({ name: changed.name });
          },
        });
      }
      form.setValues({ name: details.name });
      change.reset();
      return undefined;
    },
  });

  return (
    <Form label="Change your name" {...form.formProps}>
      <TextField
        label="Name"
        hint="Shown with what you write."
        autoComplete="name"
        required
        limit={limits.name}
        {...form.field('name')}
      />
      <FormActions>
        <SubmitButton look="plain" {...form.submitProps}>
          Save the name
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
