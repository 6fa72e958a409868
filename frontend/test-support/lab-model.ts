import { classify } from '../src/features/lab/standard/classification';
import { judgePreflight } from '../src/features/lab/standard/preflight-answer';
import { predict } from '../src/features/lab/standard/prediction';
import { readResponse } from '../src/features/lab/standard/readable-response';

/** The functions that the cases judge; broken ones in their place must be caught. */
export interface Model {
  readonly classify: typeof classify;
  readonly judgePreflight: typeof judgePreflight;
  readonly readResponse: typeof readResponse;
  readonly predict: typeof predict;
}

/** The Lab's own. */
export const labModel: Model = { classify, judgePreflight, readResponse, predict };
