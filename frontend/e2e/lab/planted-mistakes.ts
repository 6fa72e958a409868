import { compare } from '../../src/features/lab/runs/comparison';
import { predictRun } from '../../src/features/lab/runs/predict-run';
import type { RunResult } from '../../src/features/lab/runs/run-result';
import type { LabCall, LabReply, LabServer, Setup } from '../../src/features/lab/runs/setup';
import { engineOf } from '../../src/features/lab/standard/engine';

/** A wrong belief about browsers: it predicts for the setup that it takes this one for. */
export interface Mistake {
  readonly name: string;
  readonly misread: (setup: Setup) => Setup;
}

export const mistakes: readonly Mistake[] = [
  {
    name: '“*” covers requests with credentials',
    misread: withReplies(
      rewriting(/^access-control-allow-origin$/i, (value) => (value === '*' ? '{origin}' : value)),
    ),
  },
  {
    name: 'Access-Control-Allow-Credentials may say anything',
    misread: withReplies(rewriting(/^access-control-allow-credentials$/i, () => 'true')),
  },
  {
    name: 'fetch writes every method in upper case',
    misread: withCalls((call) => ({ ...call, method: call.method.toUpperCase() })),
  },
  {
    name: 'JSON needs no preflight',
    misread: withCalls((call) => ({
      ...call,
      headers: call.headers.map((header) =>
        header.value === 'application/json' && /^content-type$/i.test(header.name)
          ? { ...header, value: 'text/plain' }
          : header,
      ),
    })),
  },
  {
    name: 'a preflight may be answered with any status',
    misread: withServers((server) => ({
      ...server,
      preflight: server.preflight && { ...server.preflight, status: 204, redirects: false },
    })),
  },
  {
    name: 'a redirect keeps the method',
    misread: withReplies((reply) => (reply.redirects ? { ...reply, status: 307 } : reply)),
  },
  {
    name: 'SameSite makes no difference',
    misread: withReplies((reply) => ({
      ...reply,
      cookie: reply.cookie && { sameSite: 'None', secure: true, partitioned: true },
    })),
  },
  {
    name: 'no preflight is remembered',
    misread: withReplies((reply) => ({
      ...reply,
      headers: [
        ...reply.headers.filter(({ name }) => name !== 'Access-Control-Max-Age'),
        { name: 'Access-Control-Max-Age', value: '0' },
      ],
    })),
  },
  {
    name: 'a page of another origin may read every header',
    misread: withReplies((reply) => ({
      ...reply,
      headers: [...reply.headers, { name: 'Access-Control-Expose-Headers', value: 'x-lab-example, vary' }],
    })),
  },
];

/** Whether a run, as it went, would have been predicted otherwise by somebody who believes so. */
export function disagrees(run: RunResult, userAgent: string, misread: Mistake['misread']): boolean {
  const originOf = (name: LabCall['initiator']) =>
    run.calls.find(({ call }) => call.initiator === name)?.origin ?? 'null';
  const scene = { ...run.scene, originOf, engine: engineOf(userAgent) };
  const predictions = predictRun(misread(run.setup), scene);
  return run.calls.some(({ call, observed, recorded }, index) => {
    const predicted = predictions[index];
    return predicted === undefined || compare(call, predicted, observed, recorded).length > 0;
  });
}

function withCalls(change: (call: LabCall) => LabCall): Mistake['misread'] {
  return (setup) => ({ ...setup, calls: setup.calls.map(change) });
}

function withServers(change: (server: LabServer) => LabServer): Mistake['misread'] {
  return (setup) => ({
    ...setup,
    server: change(setup.server),
    redirectTarget: setup.redirectTarget && change(setup.redirectTarget),
  });
}

function withReplies(change: (reply: LabReply) => LabReply): Mistake['misread'] {
  return withServers(({ preflight, response }) => ({
    preflight: preflight && change(preflight),
    response: change(response),
  }));
}

function rewriting(name: RegExp, rewrite: (value: string) => string): (reply: LabReply) => LabReply {
  return (reply) => ({
    ...reply,
    headers: reply.headers.map((header) =>
      name.test(header.name) ? { ...header, value: rewrite(header.value) } : header,
    ),
  });
}
