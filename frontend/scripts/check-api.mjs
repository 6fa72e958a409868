import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const file = 'types.gen.ts';
const folder = mkdtempSync(join(tmpdir(), 'preflight-api-'));
try {
  const generator = 'node_modules/@hey-api/openapi-ts/bin/run.js';
  execFileSync(process.execPath, [generator, '--output', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (readFileSync(join(folder, file), 'utf8') !== readFileSync(join('src/api/generated', file), 'utf8')) {
    console.error(
      'src/api/generated does not match openapi.yaml: run "npm run api" and look at what changed.',
    );
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}
