/**
 * Called by Maven: `node scripts/build.mjs <target folder> --skip-checks=true|false`.
 * Does only what is needed since the last time, so that a build in which nothing of the UI changed costs nothing.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [target, skipChecks] = process.argv.slice(2);
const page = join(target, "classes/META-INF/resources/index.html");
const installed = "node_modules/.installed-lock";
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

function run(...script) {
  execFileSync(npm, script, { stdio: "inherit", shell: process.platform === "win32" });
}

function files(folder) {
  return readdirSync(folder)
    .filter((name) => name !== "node_modules" && name !== "generated")
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? files(path) : [path]))
    .sort();
}

function fingerprint(paths) {
  const hash = createHash("sha256").update(process.version);
  for (const path of paths) {
    hash.update(path).update("\0").update(readFileSync(path));
  }
  return hash.digest("hex");
}

/** What the services offer; the types that the checks are made with are generated from it. */
function descriptions() {
  const config = readFileSync("redocly.yaml", "utf8");
  return [...config.matchAll(/root: (\S+)/g)].map(([, path]) => path);
}

const read = (path) => (existsSync(path) ? readFileSync(path, "utf8") : undefined);

/** Does the work where its stamp does not say that it was done with exactly these sources. */
function once(name, sources, work, isThere = () => true) {
  const stamp = join(target, `webui-${name}.stamp`);
  if (read(stamp) === sources && isThere()) {
    return;
  }
  work();
  mkdirSync(target, { recursive: true });
  writeFileSync(stamp, sources);
}

const lock = readFileSync("package-lock.json", "utf8");
if (read(installed) !== lock) {
  run("ci", "--no-audit", "--no-fund");
  writeFileSync(installed, lock);
}

const sources = files(".");
if (skipChecks !== "--skip-checks=true") {
  once("checked", fingerprint([...sources, ...descriptions()]), () => run("run", "check"));
}
const build = ["run", "build", "--", "--logLevel", "warn"];
once(
  "built",
  fingerprint(sources),
  () => run(...build, "--outDir", join(target, "classes/META-INF/resources")),
  () => existsSync(page),
);
