import { useReducer, useState } from 'react';
import { Button } from '../../../ui/button';
import { focusOnShow } from '../../../ui/focus-on-show';
import { Form, FormActions } from '../../../ui/form';
import { opensWindow } from '../experiments/availability';
import { secretsOf } from '../exports/setup-link';
import { MeaningTag } from '../meaning';
import { RunView } from '../results/run-view';
import { meaningOf } from '../results/verdict';
import { expectedOutcome } from '../runs/comparison';
import { originsOf, type Bench } from '../runs/conduct';
import { predictRun, type Scene } from '../runs/predict-run';
import type { Setup } from '../runs/setup';
import { useBench, useLabRun, type LabRunState } from '../runs/use-lab-run';
import { mostCalls, type BuildForm } from './build-form';
import { CallFields } from './call-fields';
import { reduceForm } from './form-reducer';
import { Group } from './group';
import { LivePrediction } from './live-prediction';
import { readForm, refusedFields, type BuildErrors } from './read-form';
import { ServerFields } from './server-fields';
import { useLinkToSetup } from './use-link-to-setup';
import styles from './workbench.module.css';

interface Attempt {
  readonly form: BuildForm;
  readonly isWrong: boolean;
}

/** A form for any run, with its prediction beside it and its result below. */
export function Workbench({ start }: { readonly start: BuildForm }) {
  const [form, dispatch] = useReducer(reduceForm, start);
  const [tried, setTried] = useState<Attempt | null>(null);
  const { state, run } = useLabRun();
  const bench = useBench();
  const offered = bench.pages.map(({ name }) => name);
  const { setup, errors } = readForm(form, offered, bench.pageOrigin);
  const isWrong = Object.keys(errors).length > 0;
  const predictions = predictRun(setup, sceneOf(bench));
  useLinkToSetup(setup, form !== start && !isWrong);

  function submit(): undefined {
    setTried({ form, isWrong });
    if (!isWrong) run(setup);
  }

  const refused = tried?.form === form ? refusalOf(state, form, bench.pageOrigin) : {};
  const shown: BuildErrors = tried === null ? {} : { ...refused, ...errors };
  return (
    <>
      <Form
        label="Build your own"
        onSubmit={submit}
        busy={state.kind === 'running'}
        message={null}
        refusal={Object.keys(shown).length > 0 && state.kind !== 'running' ? tried : null}
      >
        <div className={styles.columns}>
          <div className={styles.fields}>
            {form.calls.map((call, index) => (
              <Group
                key={index}
                title={form.calls.length === 1 ? 'The call' : `Call ${index + 1}`}
                actions={
                  form.calls.length > 1 && (
                    <Button
                      look="quiet"
                      icon="close"
                      onClick={() => {
                        dispatch({ type: 'call-removed', index });
                      }}
                    >
                      Remove call {index + 1}
                    </Button>
                  )
                }
              >
                <CallFields
                  call={call}
                  path={`calls.${index}`}
                  errors={shown}
                  offered={offered}
                  onChange={(part) => {
                    dispatch({ type: 'call-changed', index, part });
                  }}
                />
              </Group>
            ))}
            {form.calls.length < mostCalls && (
              <div>
                <Button
                  onClick={() => {
                    dispatch({ type: 'call-added' });
                  }}
                >
                  Call once more
                </Button>
              </div>
            )}
            <ServerFields name="server" form={form.server} errors={shown} dispatch={dispatch} />
            {form.server.response.redirects && (
              <ServerFields name="target" form={form.target} errors={shown} dispatch={dispatch} />
            )}
          </div>
          <div className={styles.beside}>
            <LivePrediction
              setup={setup}
              predictions={predictions}
              engine={bench.engine.name}
              complaints={[...new Set(Object.values(errors))]}
            />
            <div className={styles.bar}>
              <FormActions>
                <Button type="submit" look="primary" busy={state.kind === 'running'}>
                  Run it
                </Button>
              </FormActions>
              {!isWrong && (
                // What the prediction says too, for who would have to scroll there.
                <p className={styles.glance} aria-hidden="true">
                  {predictions.map(({ prediction }, index) => (
                    <MeaningTag
                      key={index}
                      meaning={meaningOf(expectedOutcome(prediction, setup.calls[index]?.via ?? 'fetch'))}
                    />
                  ))}
                </p>
              )}
            </div>
            <LeftOutValues setup={setup} />
            {opensWindow(setup) && (
              <p className={styles.hint}>
                Opens a small window for the page that calls, and closes it afterwards.
              </p>
            )}
          </div>
        </div>
      </Form>
      {/* After a form that is wrong, an earlier result would pass for this one's. */}
      {tried?.isWrong !== true && <Result state={state} />}
    </>
  );
}

function Result({ state }: { readonly state: LabRunState }) {
  return (
    <div className={styles.result}>
      {state.kind === 'done' && (
        <h2 className={styles.title} tabIndex={-1} ref={focusOnShow}>
          What happened
        </h2>
      )}
      <RunView state={state} level={3} />
    </div>
  );
}

function refusalOf(state: LabRunState, form: BuildForm, pageOrigin: string): BuildErrors {
  if (state.kind !== 'failed' || state.failure.kind !== 'refused') return {};
  return refusedFields(state.failure.error, form, pageOrigin);
}

/** Says which of the typed values the page's address does not keep, so that nobody misses them after a reload. */
function LeftOutValues({ setup }: { readonly setup: Setup }) {
  const names = secretsOf(setup);
  if (names.length === 0) return null;
  const values =
    names.length === 1
      ? `the value of ${names.join()}, which may be a secret`
      : `the values of ${names.join(', ')}, which may be secrets`;
  return <p className={styles.hint}>This page’s address keeps what you type, and leaves out {values}.</p>;
}

/** A run that was not started yet, where it would take place. */
function sceneOf(bench: Bench): Scene {
  const cookieName = 'lab-example';
  const urlOf = (path: string) => `${bench.api.origin}${path}`;
  return {
    place: { url: urlOf('/runs/first'), redirectPath: '/runs/second', cookieName },
    redirectPlace: { url: urlOf('/runs/second'), redirectPath: null, cookieName },
    pageOrigin: bench.pageOrigin,
    originOf: originsOf(bench),
    engine: bench.engine,
    // Only a run can find out; most browsers' settings still let them be used.
    thirdPartyCookies: true,
  };
}
