import type { Dispatch } from 'react';
import { CheckField } from '../../../ui/check-field';
import type { ServerForm } from './build-form';
import type { FormAction, ReplyName, ServerName } from './form-reducer';
import { Group } from './group';
import type { BuildErrors } from './read-form';
import { ReplyFields } from './reply-fields';

interface ServerFieldsProps {
  readonly name: ServerName;
  readonly form: ServerForm;
  readonly errors: BuildErrors;
  readonly dispatch: Dispatch<FormAction>;
}

/** How a server answers, to a preflight and to the request. */
export function ServerFields({ name, form, errors, dispatch }: ServerFieldsProps) {
  const whose = name === 'server' ? '' : ', at the second server';
  const fields = (reply: ReplyName) => (
    <ReplyFields
      reply={form[reply]}
      kind={reply}
      path={`${name}.${reply}`}
      errors={errors}
      mayRedirect={name === 'server' && reply === 'response'}
      onChange={(part) => {
        dispatch({ type: 'reply-changed', server: name, reply, part });
      }}
    />
  );
  return (
    <>
      <Group title={`Answer to a preflight${whose}`}>
        <CheckField
          label="The server answers preflights"
          checked={form.answersPreflight}
          onChange={(answers) => {
            dispatch({ type: 'preflight-answered', server: name, answers });
          }}
        />
        {form.answersPreflight ? (
          fields('preflight')
        ) : (
          <p>
            It answers a preflight with 404 and no CORS headers, as a server that has never heard of them. 404
            is not ok, so the browser never sends a request that it has to ask about.
          </p>
        )}
      </Group>
      <Group title={`Answer to the request${whose}`}>{fields('response')}</Group>
    </>
  );
}
