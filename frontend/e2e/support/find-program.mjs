import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { isExecutable } from './find-browser.mjs';

const frontend = fileURLToPath(new URL('../..', import.meta.url));
const leastJava = 25;

/** What a person can mend before the tests run; its message is a sentence that says how. */
export class Missing extends Error {
  name = 'Missing';
}

/** The packaged server. */
export function findJar() {
  const jar = process.env.PREFLIGHT_JAR ?? join(frontend, '../backend/target/preflight.jar');
  if (existsSync(jar)) return resolve(jar);
  throw new Missing(
    `There is no server to test at ${jar}: build it with "mvn package", or set PREFLIGHT_JAR.`,
  );
}

/** The built client, which the tests serve on an origin of its own. */
export function findClient() {
  const folder = join(frontend, 'target/classes/public');
  if (existsSync(join(folder, 'index.html'))) return folder;
  throw new Missing('The client is not built yet: run "npm run build" in frontend/.');
}

/** A `java` that can run the server. */
export function findJava() {
  const told = process.env.PREFLIGHT_JAVA;
  if (told) return told;
  const homes = [homeOfTheBuild(), process.env.JAVA_HOME].filter((home) => home !== undefined);
  const candidates = [...homes.map((home) => join(home, 'bin', 'java')).filter(isExecutable), 'java'];
  const java = candidates.find((candidate) => javaVersion(candidate) >= leastJava);
  if (java !== undefined) return java;
  throw new Missing(
    `The server needs a JDK ${leastJava}, and neither JAVA_HOME nor the PATH leads to one: set PREFLIGHT_JAVA to its java.`,
  );
}

/** The JDK that built the server, which need not be the one on the PATH; undefined before a build by Maven. */
function homeOfTheBuild() {
  const properties = join(frontend, '../backend/target/jdk-properties');
  if (!existsSync(properties)) return undefined;
  return /^ *java\.home = (.*)$/m.exec(readFileSync(properties, 'utf8'))?.[1];
}

/**
 * The feature version of a Java, or 0 where there is none, or one too old to know the question.
 *
 * @param {string} java
 */
function javaVersion(java) {
  const { stdout } = spawnSync(java, ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return Number(/^\S+ (\d+)/.exec(stdout)?.[1] ?? 0);
}
