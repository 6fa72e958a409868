import { classify } from '../standard/classification';
import { judgePreflight } from '../standard/preflight-answer';
import { predict } from '../standard/prediction';
import { readResponse } from '../standard/readable-response';

/** The functions that the cases judge. Tests put broken ones in their place, which the cases must catch. */
export interface Model {
  readonly classify: typeof classify;
  readonly judgePreflight: typeof judgePreflight;
  readonly readResponse: typeof readResponse;
  readonly predict: typeof predict;
}

/** The Lab's own. */
export const labModel: Model = { classify, judgePreflight, readResponse, predict };
