import type { ReactNode } from 'react';
import { callCode } from '../exports/call-code';
import { initiatorWords } from '../initiator-words';
import { lineOf } from '../results/recorded-lines';
import type { LabCall, LabReply, LabServer, Setup } from '../runs/setup';
import { capitalized } from '../wording';
import styles from './setup-view.module.css';

interface SetupViewProps {
  readonly setup: Setup;
  /** Of the page that an initiator is; null where this server offers none. */
  readonly originOf: (initiator: LabCall['initiator']) => string | null;
}

/** What is going to happen: who calls how, and how the server answers. */
export function SetupView({ setup, originOf }: SetupViewProps) {
  const { calls, server, redirectTarget } = setup;
  const initiator = calls[0]?.initiator ?? 'client';
  const origin = originOf(initiator);
  return (
    <div className={styles.setup}>
      <Side title={`${capitalized(initiatorWords[initiator])}${origin === null ? '' : ','}`} origin={origin}>
        {calls.map((call, index) => (
          <Message key={index} name={nameOfCall(calls, index)} text={callCode(call)} />
        ))}
      </Side>
      <Side title="The server" origin={null}>
        <Answers server={server} origin={origin} />
        {redirectTarget !== null && <Answers server={redirectTarget} origin={origin} where=" there" />}
      </Side>
    </div>
  );
}

interface AnswersProps {
  readonly server: LabServer;
  readonly origin: string | null;
  readonly where?: string;
}

function Answers({ server, origin, where = '' }: AnswersProps) {
  return (
    <>
      {server.preflight !== null && (
        <Message name={`answers a preflight${where}`} text={answerText(server.preflight, origin)} />
      )}
      <Message
        name={`answers${server.preflight === null ? '' : ' the request'}${where}`}
        text={answerText(server.response, origin)}
      />
      {server.response.cookie?.method !== undefined && (
        <Message
          name={`to a ${server.response.cookie.method} it adds`}
          text={cookieLine(server.response.cookie)}
        />
      )}
    </>
  );
}

function Side({
  title,
  origin,
  children,
}: {
  readonly title: string;
  readonly origin: string | null;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.side}>
      <p className={styles.title}>
        {title} {origin !== null && <code className={styles.origin}>{origin}</code>}
      </p>
      {children}
    </div>
  );
}

function Message({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div className={styles.message}>
      <p className={styles.name}>{name}</p>
      <pre className={styles.text}>{text}</pre>
    </div>
  );
}

function nameOfCall(calls: readonly LabCall[], index: number): string {
  const verb = calls[index]?.via === 'form' ? 'submits' : 'calls';
  if (calls.length === 1) return verb;
  return index === 0 ? `first ${verb}` : `then ${verb}`;
}

function answerText({ status, headers, cookie, redirects }: LabReply, origin: string | null): string {
  const lines = headers.map(({ name, value }) =>
    lineOf({ name, value: value === '{origin}' ? (origin ?? 'the page’s own origin') : value }),
  );
  return [
    String(status),
    ...lines,
    ...(cookie === null || cookie.method !== undefined ? [] : [cookieLine(cookie)]),
    ...(redirects ? ['Location: another address'] : []),
  ].join('\n');
}

function cookieLine({ sameSite, secure, partitioned }: NonNullable<LabReply['cookie']>): string {
  return `Set-Cookie: lab-…; SameSite=${sameSite}${secure ? '; Secure' : ''}${partitioned ? '; Partitioned' : ''}`;
}
