import { useState } from 'react';
import { readFormRefusal } from '../../../api/form-refusal';
import type { PolicyInForce } from '../../../api/generated/types.gen';
import { Button } from '../../../ui/button';
import { CheckField } from '../../../ui/check-field';
import { Form, FormActions } from '../../../ui/form';
import { optionsOf, SelectField } from '../../../ui/select-field';
import { TextField } from '../../../ui/text-field';
import { engineOf } from '../standard/engine';
import { useSimulation } from './policy-queries';
import { SimulatedVerdict } from './simulated-verdict';
import { answersThatArise, requestsFor, type Trial } from './trial';
import styles from './try-origin.module.css';

const methods = optionsOf(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'PURGE']);

const form = 'application/x-www-form-urlencoded';
const contentTypes = [
  { value: '', text: 'No body' },
  ...optionsOf(['application/json', 'text/plain']),
  { value: form, text: `${form}, as a form sends` },
];

interface TryOriginProps {
  readonly policy: PolicyInForce;
}

/** Any Origin against the policy in force, without sending it. */
export function TryOrigin({ policy }: TryOriginProps) {
  const [trial, setTrial] = useState<Trial>({
    origin: 'https://evil.example',
    method: 'POST',
    contentType: 'application/json',
    carriesSession: true,
  });
  const simulation = useSimulation();
  const engine = engineOf(navigator.userAgent);
  const [tried, setTried] = useState(trial);
  const refusal = simulation.error && readFormRefusal(simulation.error, []);

  function change(changes: Partial<Trial>): void {
    setTrial({ ...trial, ...changes });
  }

  return (
    <div className={styles.trial}>
      <Form
        label="Try an Origin"
        busy={simulation.isPending}
        message={refusal?.form}
        refusal={simulation.error}
        onSubmit={() => {
          setTried(trial);
          return simulation.mutateAsync(requestsFor(trial, policy.ownOrigin, engine));
        }}
      >
        <TextField
          label="Origin"
          hint="As a browser would send it. Leave it empty for a request without one."
          value={trial.origin}
          limit={12_000}
          autoCapitalize="none"
          spellCheck={false}
          onChange={(origin) => {
            change({ origin });
          }}
        />
        <div className={styles.choices}>
          <SelectField
            label="Method"
            options={methods}
            value={trial.method}
            onChange={(method) => {
              change({ method });
            }}
          />
          <SelectField
            label="Body"
            options={contentTypes}
            value={trial.contentType}
            onChange={(contentType) => {
              change({ contentType });
            }}
          />
        </div>
        <CheckField
          label="It carries a login’s cookie"
          checked={trial.carriesSession}
          onChange={(carriesSession) => {
            change({ carriesSession });
          }}
        />
        <FormActions>
          <Button type="submit" look="primary" busy={simulation.isPending}>
            Try it
          </Button>
        </FormActions>
      </Form>
      <div role="status" aria-label="The server’s verdict" className={styles.answers}>
        {simulation.data !== undefined && (
          <>
            <p className={styles.simulated}>Simulated with the functions this server runs</p>
            {answersThatArise(simulation.data).map((answer) => (
              <SimulatedVerdict
                key={answer.kind}
                answer={answer}
                origin={tried.origin}
                ownOrigin={policy.ownOrigin}
              />
            ))}
          </>
        )}
      </div>
    </div>
  );
}
