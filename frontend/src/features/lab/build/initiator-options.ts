import type { Option } from '../../../ui/select-field';
import { initiatorWords } from '../initiator-words';
import type { InitiatorName } from '../runs/setup';

/** The pages to call from: this one, those that the server offers, and the one that is chosen in any case. */
export function initiatorOptions(
  offered: readonly InitiatorName[],
  chosen: InitiatorName,
): readonly Option<InitiatorName>[] {
  const available = new Set<InitiatorName>(['client', ...offered]);
  return [...new Set([...available, chosen])].map((value) => ({
    value,
    text: initiatorWords[value] + (available.has(value) ? '' : ', not offered here'),
  }));
}
