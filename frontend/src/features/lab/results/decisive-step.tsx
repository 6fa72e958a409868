import { FixSnippets } from '../exports/fix-snippets';
import type { Meaning } from '../meaning';
import type { CallResult } from '../runs/run-result';
import { explainReason } from '../standard/explanation';
import { reasonOf } from '../standard/trace';
import { FailureNote } from '../trace/failure-note';
import type { HeadingLevel } from '../trace/heading';

interface DecisiveStepProps {
  readonly result: CallResult;
  readonly meaning: Meaning;
  readonly level: HeadingLevel;
}

/** The step that kept the answer from the page, and what mends it; nothing where the page read it. */
export function DecisiveStep({ result, meaning, level }: DecisiveStepProps) {
  const { trace } = result.predicted.prediction;
  const [failure, step] = [explainReason(trace), reasonOf(trace)];
  if (failure === null || step === undefined) return null;
  return (
    <>
      <FailureNote failure={failure} section={failure.section} meaning={meaning} level={level} />
      {/* A form is not the page's to mend. */}
      {result.call.via === 'fetch' && <FixSnippets step={step} origin={result.origin} call={result.call} />}
    </>
  );
}
