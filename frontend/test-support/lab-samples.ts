import * as ofCases from '../src/features/lab/cases/case-call';

// What the cases are about is what the other tests vary too.
export const { page, api, call, headersOf } = ofCases;
