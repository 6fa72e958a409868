import { useState } from 'react';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import type { LabRequest } from '../standard/lab-request';
import { normalizeMethod } from '../standard/methods';

interface RepeatRequestProps {
  readonly call: LabRequest;
  readonly busy: boolean;
  readonly onRepeat: () => Promise<void>;
}

/** Offers to run once more what could change something, and asks before. */
export function RepeatRequest({ call, busy, onRepeat }: RepeatRequestProps) {
  const [asks, setAsks] = useState(false);
  const method = normalizeMethod(call.method);
  return (
    <div>
      <Button
        busy={busy}
        onClick={() => {
          setAsks(true);
        }}
      >
        Send the {method} again to see its answer
      </Button>
      {asks && (
        <Confirm
          title={`Run the ${method} twice?`}
          confirmLabel={`Send the ${method} again`}
          cancelLabel="Don’t send it"
          busy={false}
          failure={null}
          onDismiss={() => {
            setAsks(false);
          }}
          onConfirm={() => {
            setAsks(false);
            return onRepeat();
          }}
        >
          <p>
            The {method} to {new URL(call.url).host} has run once already. Preflight sends it a second time,
            without cookies: what it creates, changes or deletes may happen twice.
          </p>
        </Confirm>
      )}
    </div>
  );
}
