import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useApi } from '../../api/api-context';
import { isAtHome } from '../../api/at-home';
import { outboxOptions } from './recovery-queries';

/** Leads a developer to the mails that their server keeps to itself; nothing where mails are really sent. */
export function OutboxLink() {
  const { client, origin } = useApi();
  const outbox = useQuery({ ...outboxOptions(client), enabled: isAtHome(origin) });
  return outbox.isSuccess ? <Link to="/outbox">Open the outbox of this server</Link> : null;
}
