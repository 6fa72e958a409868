import { preflightNeed } from './classification';
import type { Engine } from './engine';
import type { LabRequest, PreflightQuestion } from './lab-request';
import { departs, type Trace } from './trace';

/** The preflight that a request needs at one stage of its way. */
export interface StageNeed {
  readonly question: PreflightQuestion | null;
  readonly unsafeHeaders: readonly string[];
  /** The standard's use-CORS-preflight flag: the question is asked whatever it asks. */
  readonly usePreflight: boolean;
  /** Where the engine departs from the standard. */
  readonly trace: Trace;
}

/**
 * @param request as it is now
 * @param first as it was when it first needed a preflight, before a redirect; null if it did not
 */
export function needAtStage(request: LabRequest, first: LabRequest | null, engine: Engine): StageNeed {
  const own = { ...preflightNeed(request, engine), usePreflight: request.body.kind === 'stream', trace: [] };
  if (first === null || !engine.departures.has('asks-again-after-redirect')) return own;
  const keepsHeaders = engine.departures.has('asks-for-dropped-headers');
  const need = keepsHeaders ? preflightNeed({ ...request, headers: first.headers }, engine) : own;
  const question = need.question ?? { method: request.method, headers: null };
  const isNeededAnyway = own.question !== null || need.question !== null;
  const asksMore = question.headers !== (own.question?.headers ?? null);
  return {
    question,
    unsafeHeaders: need.unsafeHeaders,
    usePreflight: !isNeededAnyway,
    trace: [
      ...(own.question === null ? [departs(engine, 'asks-again-after-redirect', 'location')] : []),
      ...(asksMore ? [departs(engine, 'asks-for-dropped-headers', 'access-control-request-headers')] : []),
    ],
  };
}
