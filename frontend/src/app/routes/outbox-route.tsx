import { MailList } from '../../features/accounts/outbox';
import { Page } from '../../ui/page';

export function OutboxRoute() {
  return (
    <Page
      title="Outbox"
      lead="The mails that this server would have sent. It keeps them on your own machine, as long as no mail server is set, so that you can open their links."
    >
      <MailList />
    </Page>
  );
}
