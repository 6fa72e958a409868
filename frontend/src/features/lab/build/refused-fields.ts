import type { ApiError } from '../../../api/api-error';
import type { BuildForm } from './build-form';
import { headerFields, type BuildErrors } from './read-form';

/**
 * What the server found wrong, at the fields where it was typed; what fits none of them is told with the refusal. The
 * server is told of one server at a time and does not say which it refused: the first is far more often the one that was
 * changed.
 */
export function refusedFields(error: ApiError, form: BuildForm, pageOrigin: string): BuildErrors {
  const violations = error.kind === 'problem' ? error.violations : [];
  return Object.fromEntries(
    violations.flatMap(({ field, message }) => {
      const place = fieldOf(field, form, pageOrigin);
      return place === null ? [] : [[place, message]];
    }),
  );
}

function fieldOf(violation: string, { server }: BuildForm, pageOrigin: string): string | null {
  const [, reply, rest = ''] = /(?:^|\.)(preflight|response)\.?(.*)$/.exec(violation) ?? [];
  if (reply !== 'preflight' && reply !== 'response') return null;
  const path = `server.${reply}`;
  if (rest === 'status') return `${path}.status`;
  if (rest === 'delayMillis') return `${path}.delay`;
  if (rest === 'headers') return `${path}.headers`;
  const [, index] = /^headers\[(\d+)\]/.exec(rest) ?? [];
  if (index === undefined) return null;
  const found = headerFields(server[reply], pageOrigin)[Number(index)];
  return found === undefined ? null : `${path}.${found.field}`;
}
