import type { Meaning } from '../meaning';
import { cookieTexts } from '../standard/cookie-texts';
import { originTexts } from '../standard/origin-texts';
import { needTexts } from '../standard/preflight-texts';
import type { RuleId } from '../standard/rules';

/** What it means that a rule does not hold, in a word; a meaning has its colour and icon. */
export interface Failing {
  readonly word: string;
  readonly meaning: Meaning | null;
}

const stopped: Failing = { word: 'Stopped here', meaning: 'blocked' };
const asked: Failing = { word: 'Preflight', meaning: 'preflight' };
/** A comparison, or a cookie that stays behind, stops nothing. */
const unmet: Failing = { word: 'Not met', meaning: null };

export function failingOf(rule: RuleId): Failing {
  if (rule in needTexts) return asked;
  return rule in originTexts || rule in cookieTexts ? unmet : stopped;
}
