/*
 * Makes the calls of a run from this page's origin, as the Lab's page tells it to. It listens to the window alone that
 * opened or frames it, and to it only while that shows a page of an origin that may use the Lab; it calls nothing but
 * runs. The server's content security policy of this page holds it to the same.
 */
const { server = '', labs = '' } = document.documentElement.dataset;

/** The fragment names the Lab's origin, because a message is sent to one origin, never to whoever listens. */
const named = location.hash.slice(1);
const lab = labs.split(' ').includes(named) ? named : null;
const commander = window.parent === window ? window.opener : window.parent;

const forms = {
  urlsearchparams: 'application/x-www-form-urlencoded',
  formdata: 'multipart/form-data',
  string: 'text/plain',
};

function isRun(url) {
  return (
    typeof url === 'string' &&
    url.startsWith(`${server}/runs/`) &&
    /^[A-Za-z0-9_-]+$/.test(url.slice(`${server}/runs/`.length))
  );
}

/** Contents that are always the same; only their kind makes a difference. */
function content(body) {
  switch (body?.kind) {
    case 'string':
      return 'Lab';
    case 'urlsearchparams':
      return new URLSearchParams({ lab: '1' });
    case 'formdata': {
      const data = new FormData();
      data.append('lab', '1');
      return data;
    }
    case 'blob':
      return new Blob(['{}'], { type: body.type });
    case 'arraybuffer':
      return new TextEncoder().encode('Lab').buffer;
    case 'stream':
      return new Blob(['Lab']).stream();
    default:
      return undefined;
  }
}

async function byFetch(url, { method, headers, credentials, mode, redirect, body }) {
  const response = await fetch(url, {
    method,
    headers: headers.map(({ name, value }) => [name, value]),
    credentials,
    mode,
    redirect,
    body: content(body),
    // Browsers take a stream only with this.
    ...(body?.kind === 'stream' ? { duplex: 'half' } : {}),
  });
  switch (response.type) {
    case 'opaque':
      return seen('opaque');
    case 'opaqueredirect':
      return seen('opaque-redirect');
    default:
      return seen('readable', {
        status: response.status,
        headers: Array.from(response.headers, ([name, value]) => ({ name, value })),
        body: await response.text(),
      });
  }
}

/** A form that waits to be sent: with the page, which its answer replaces, what it still had to say would be lost. */
let waiting = null;

/**
 * A real form. Without a click in this window browsers let it open no other, so that the answer takes this one's place,
 * as after any form; the Lab, which opened it, leads it back when it needs it again.
 */
function byForm(url, { method, body }) {
  if (!/^(?:get|post)$/i.test(method)) throw new TypeError('A form is sent with GET or POST.');
  if (self.origin === 'null') {
    throw new DOMException('A frame in a sandbox without allow-forms sends no form.', 'SecurityError');
  }
  const form = document.createElement('form');
  form.method = method;
  form.action = url;
  form.enctype = forms[body?.kind] ?? forms.urlsearchparams;
  if (body?.kind !== 'none') {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = 'lab';
    field.value = '1';
    form.append(field);
  }
  document.body.append(form);
  waiting = form;
  return seen('sent');
}

function seen(outcome, rest = {}) {
  return { outcome, status: 0, headers: [], body: null, error: null, ...rest };
}

async function observe(url, call) {
  const start = performance.now();
  const millis = () => Math.round(performance.now() - start);
  try {
    if (!isRun(url)) {
      throw new DOMException(`This page calls nothing but the runs of ${server}.`, 'NotAllowedError');
    }
    const observation = call.via === 'form' ? byForm(url, call) : await byFetch(url, call);
    return { ...observation, millis: millis() };
  } catch (error) {
    const { name, message } = error;
    return { ...seen('error', { error: { name, message } }), millis: millis() };
  }
}

function tell(message) {
  commander.postMessage({ lab: 1, ...message }, lab);
}

document.title = `Preflight Lab: ${self.origin}`;
document.getElementById('origin').textContent = self.origin;

if (lab === null || commander === null) {
  document.getElementById('opened').hidden = true;
  document.getElementById('by-hand').hidden = false;
  document.getElementById('lab').href = `${labs.split(' ')[0]}/lab`;
} else {
  window.addEventListener('message', ({ source, origin, data }) => {
    if (source !== commander || origin !== lab || data?.lab !== 1) return;
    if (data.type === 'send') waiting?.submit();
    if (data.type !== 'call') return;
    void observe(data.url, data.call).then((observation) => {
      tell({ type: 'observed', id: data.id, observation });
    });
  });
  // The Lab may have asked for this page more than once, and waits for the last one.
  tell({ type: 'ready', origin: self.origin, search: location.search });
}
