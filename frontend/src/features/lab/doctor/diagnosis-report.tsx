import { CodeBlock } from '../exports/code-block';
import { FixSnippets } from '../exports/fix-snippets';
import { leftOut } from '../exports/secrets';
import type { LabCall } from '../runs/setup';
import type { LabRequest } from '../standard/lab-request';
import { TraceSteps } from '../trace/trace-steps';
import { commandLineOf } from './command-line';
import { diagnose } from './diagnosis';
import styles from './diagnosis-report.module.css';
import { ReportPart } from './report-part';
import { RepeatRequest } from './repeat-request';
import { TravelledHeaders } from './travelled-headers';
import type { Examined } from './use-doctor';
import { VerdictPanel } from './verdict-panel';

interface DiagnosisReportProps {
  readonly examined: Examined;
  readonly busy: boolean;
  readonly onRepeat: () => Promise<void>;
}

/** What is wrong, why, what to do, and what it is concluded from. */
export function DiagnosisReport({ examined, busy, onRepeat }: DiagnosisReportProps) {
  const { asked, evidence } = examined;
  const diagnosis = diagnose(evidence);
  const { verdict, reason, classification, prediction, needsRepeat } = diagnosis;
  const wasStopped = ['refused', 'policy', 'mixed-content'].includes(verdict);
  const command = commandLineOf(asked.call, asked.body);
  const showsCommand = evidence.recorded.length === 0 && !wasStopped;
  return (
    <div className={styles.report}>
      <VerdictPanel diagnosis={diagnosis} />
      {evidence.refusal !== null && <p>Preflight did not repeat the request: {evidence.refusal}</p>}
      {needsRepeat && asked.server !== null && (
        <RepeatRequest call={asked.call} busy={busy} onRepeat={onRepeat} />
      )}
      {reason !== null && (
        <ReportPart title="How to mend it">
          <FixSnippets step={reason} origin={asked.call.origin} call={labCallOf(asked.call)} />
        </ReportPart>
      )}
      {!wasStopped && (
        <ReportPart title="Whether it asks first">
          <TraceSteps label="Whether there is a preflight" trace={classification} />
        </ReportPart>
      )}
      {prediction !== null && (
        <ReportPart title="What the browser decided, step by step">
          <TraceSteps label="What the browser decided" trace={prediction.trace} />
        </ReportPart>
      )}
      {evidence.outcome !== null && <TravelledHeaders evidence={evidence} />}
      {showsCommand && (
        <ReportPart title="See what the browser hides">
          <p>
            {asked.server === null
              ? 'A page can’t see the headers that it was judged by. Preflight can look for it in development, on your own machine: start it with mvn -Pdev. At a terminal the same examination is one line:'
              : 'The same examination at a terminal, for example on the machine that your continuous integration runs on:'}
            {command.includes(leftOut) &&
              ` What may be a secret is not in it: write it in the place of “${leftOut}”.`}
          </p>
          <CodeBlock name="The command" code={command} />
        </ReportPart>
      )}
    </div>
  );
}

function labCallOf({ method, headers, credentials, mode, redirect, body }: LabRequest): LabCall {
  return { initiator: 'client', via: 'fetch', method, headers, credentials, mode, redirect, body };
}
