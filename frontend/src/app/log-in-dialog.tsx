import { LogInForm } from '../features/sessions/log-in-form';
import { Dialog } from '../ui/dialog';
import { Entrance } from './entrance';

/** Logs in over a page that must stay as it is. */
export function LogInDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Log in again" onDismiss={onClose}>
      <p>The text you were writing stays where it is.</p>
      <Entrance onEntered={onClose}>{(accept) => <LogInForm onAccepted={accept} />}</Entrance>
    </Dialog>
  );
}
