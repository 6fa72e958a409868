import { originsOf, type Bench } from '../runs/conduct';
import type { Scene } from '../runs/predict-run';

/** A run that was not started yet, where it would take place. */
export function sceneOf(bench: Bench): Scene {
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
