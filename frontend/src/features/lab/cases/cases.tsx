import { Agreement } from '../agreement/agreement';

export function Cases() {
  return <Agreement />;
}
