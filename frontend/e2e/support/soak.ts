/** Whether the tests run, too, that take long or repeat what a smaller one shows: `mvn verify -Psoak`. */
export const isSoak = readSoak(process.env.PREFLIGHT_SOAK ?? '');

function readSoak(told: string): boolean {
  if (told === 'true') return true;
  if (told === '' || told === 'false') return false;
  throw new Error(`PREFLIGHT_SOAK says ${told}; it may say true or false.`);
}
