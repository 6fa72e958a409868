import { useQuery } from '@tanstack/react-query';
import { QueryView } from '../../api-ui/query-view';
import { hasStatus } from '../../api/api-error';
import { useHttpClient } from '../../api/api-context';
import type { OutboxMail } from '../../api/generated/types.gen';
import { Ago } from '../../ui/ago';
import { EmptyState } from '../../ui/empty-state';
import { Loading, Skeleton } from '../../ui/skeleton';
import { linkParts } from './link-parts';
import styles from './outbox.module.css';
import { outboxOptions } from './recovery-queries';

/** The mails of a server at home, newest first; new ones appear by themselves. */
export function MailList() {
  const outbox = useQuery({
    ...outboxOptions(useHttpClient()),
    refetchInterval: (query) => (query.state.status === 'success' ? 3_000 : false),
  });

  if (outbox.isLoadingError && hasStatus(outbox.error, 404)) {
    return (
      <EmptyState title="This server has no outbox">
        <p>
          It sends its mails, or is not at home: only a server on this machine, started without
          PREFLIGHT_MAIL_URL, keeps them for you to read.
        </p>
      </EmptyState>
    );
  }
  return (
    <QueryView
      query={outbox}
      failure="The mails couldn’t be loaded"
      skeleton={
        <Loading label="Loading the mails">
          <Skeleton width="60%" size="1.25rem" />
          <Skeleton width="100%" />
        </Loading>
      }
    >
      {(mails) =>
        mails.length === 0 ? (
          <EmptyState title="No mail yet">
            Register, change your e-mail address, or say that you forgot your password: the mail appears here.
          </EmptyState>
        ) : (
          <ol className={styles.list}>
            {mails.map((mail) => (
              <li key={mail.id}>
                <Mail mail={mail} now={outbox.dataUpdatedAt} />
              </li>
            ))}
          </ol>
        )
      }
    </QueryView>
  );
}

function Mail({ mail, now }: { readonly mail: OutboxMail; readonly now: number }) {
  return (
    <article className={styles.mail}>
      <h2 className={styles.subject}>{mail.subject}</h2>
      <p className={styles.facts}>
        To {mail.to}, <Ago instant={mail.sentAt} now={now} />
      </p>
      <p className={styles.text}>
        {linkParts(mail.text).map(({ text, isLink }, index) =>
          isLink ? (
            <a key={index} href={text}>
              {text}
            </a>
          ) : (
            text
          ),
        )}
      </p>
    </article>
  );
}
