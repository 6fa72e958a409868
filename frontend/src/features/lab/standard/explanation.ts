import { cookieTexts } from './cookie-texts';
import type { CheckTexts, Failure } from './explanation-texts';
import { noteSections, noteTexts } from './note-texts';
import { originTexts } from './origin-texts';
import { answerTexts, needTexts } from './preflight-texts';
import { requestTexts } from './request-texts';
import { responseTexts } from './response-texts';
import { sameSite, type Section } from './sections';
import { reasonOf, type CheckStep, type Step, type Trace } from './trace';

export const checkTexts: CheckTexts = {
  ...originTexts,
  ...requestTexts,
  ...needTexts,
  ...answerTexts,
  ...responseTexts,
  ...cookieTexts,
};

/** A step as a sentence, and where its rule is written. */
export interface ExplainedStep {
  readonly outcome: Step['outcome'];
  readonly sentence: string;
  readonly section: Section;
}

/** A failed step in sentences, and where its rule is written. */
export type ExplainedFailure = Failure & { readonly section: Section };

/** @returns each step as one sentence, in order: what can be read aloud instead of a picture */
export function explainSteps(trace: Trace): readonly ExplainedStep[] {
  return trace.map((step) => ({
    outcome: step.outcome,
    sentence: sentenceOf(step),
    section: sectionOf(step),
  }));
}

/** @returns what happened, why, and what to do, by the step that decided; null if none failed */
export function explainReason(trace: Trace): ExplainedFailure | null {
  const reason = reasonOf(trace);
  return reason === undefined ? null : { ...failureOf(reason), section: sectionOf(reason) };
}

function sectionOf(step: Step): Section {
  if (step.outcome === 'note') return noteSections[step.rule];
  return step.rule === 'same-scheme' && step.facts.isForSites ? sameSite : checkTexts[step.rule].section;
}

function sentenceOf(step: Step): string {
  if (step.outcome === 'fail') return failureOf(step).what;
  const tell = step.outcome === 'note' ? noteTexts[step.rule] : checkTexts[step.rule].passes;
  return (tell as Telling<string>)(step.facts);
}

function failureOf(step: CheckStep): Failure {
  return (checkTexts[step.rule].fails as Telling<Failure>)(step.facts);
}

/** The compiler does not see that a step's facts are those of its own rule; the type of Step guarantees it. */
type Telling<T> = (facts: Step['facts']) => T;
