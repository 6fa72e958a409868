'use strict';

// Links this Node.js and its npm to where frontend-maven-plugin would install its own, and prints the version, so that
// the plugin finds what it was asked for and fetches nothing. Prints nothing where this Node.js is too old or links
// can't be made: then the plugin fetches one. Runs on Node.js of any age, therefore in plain old JavaScript.

const fs = require('fs');
const path = require('path');

const folder = path.resolve(process.argv[2] || 'target/node');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;

/** The folders of npm, the one that the path would run first. */
function npmFolders() {
  const onPath = (process.env.PATH || '')
    .split(path.delimiter)
    .map((entry) => path.join(entry, 'npm'))
    .filter((file) => fs.existsSync(file))
    .map((file) => path.join(fs.realpathSync(file), '..', '..'));
  return onPath
    .concat(path.join(process.execPath, '..', '..', 'lib', 'node_modules', 'npm'))
    .filter((npm) => fs.existsSync(path.join(npm, 'bin', 'npm-cli.js')));
}

/**
 * @param {string} target
 * @param {string} link
 */
function link(target, link) {
  fs.mkdirSync(path.dirname(link), { recursive: true });
  if (fs.existsSync(link) && fs.realpathSync(link) === fs.realpathSync(target)) return;
  fs.rmSync(link, { recursive: true, force: true });
  fs.symlinkSync(target, link);
}

const npm = npmFolders()[0];
if (fits && npm && process.platform !== 'win32') {
  link(process.execPath, path.join(folder, 'node'));
  link(npm, path.join(folder, 'node_modules', 'npm'));
  console.log(process.version);
}
