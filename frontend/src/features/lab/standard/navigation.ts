import type { Engine } from './engine';
import type { Body, LabRequest } from './lab-request';
import { predict, type Browser, type Prediction, type Server } from './prediction';
import { check, type Trace } from './trace';

/**
 * The form of a page, submitted into a window of its own
 * ({@link https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#form-submission-algorithm | HTML, form
 * submission}). It is sent as a `no-cors` request would be, with cookies and without asking; its answer is the person's
 * to see and never the page's.
 */
export function predictForm(form: LabRequest, server: Server, browser: Browser): Prediction {
  // With GET the fields stand in the address.
  const body: Body = /^get$/i.test(form.method) ? { kind: 'none' } : form.body;
  const navigation = { mode: 'no-cors', credentials: 'include', redirect: 'follow', headers: [] } as const;
  const sent: LabRequest = { ...form, ...navigation, body };
  let status = 0;
  const prediction = predict(
    sent,
    (request) => {
      const response = server(request);
      ({ status } = response);
      return response;
    },
    { ...browser, engine: ofNavigations(browser.engine) },
  );
  if (prediction.outcome === 'type-error' || prediction.outcome === 'blocked') return prediction;
  const trace = endedUnread(prediction.trace, status);
  return { ...prediction, outcome: 'opaque', status: 0, headers: [], trace };
}

/** What an engine does with `no-cors` requests it need not do with navigations. */
function ofNavigations(engine: Engine): Engine {
  const departures = new Set(engine.departures);
  departures.delete('keeps-origin-after-redirect');
  return { ...engine, departures };
}

function endedUnread(trace: Trace, status: number): Trace {
  return [
    ...trace.filter(({ rule }) => rule !== 'response-not-opaque'),
    check('response-not-opaque', false, { mode: 'navigate', status }),
  ];
}
