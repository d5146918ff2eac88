// Our search on a bare page: `window.engine = { init(), search(query, kind), pieces(ids) }`.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** An empty folder. */
export function emptied(place) {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  return place;
}

/** A bare page with a script. */
export function page(place, script) {
  writeFileSync(join(place, "engine.js"), script);
  writeFileSync(join(place, "engine.html"), `<!DOCTYPE html><html lang="de"><meta charset="utf-8"><title>Search</title><script type="module" src="engine.js"></script>`);
  writeFileSync(join(place, "404.html"), "");
}

export function timed(run) {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Letters as Markdown, for the command to build an edition of. */
function source(letters, folder) {
  const quoted = (text) => JSON.stringify(text);
  for (const { id, title, text } of letters) {
    const escaped = text.replace(/[\\`*_{}[\]<>#+!|~^&]/g, "\\$&").replace(/^(\d+)([.)])/, "$1\\$2").replace(/^([-=])/, "\\$1");
    writeFileSync(join(folder, `${id}.md`), `---\nfrom: ${quoted(title)}\nlanguage: de\n---\n\n${escaped}\n`);
  }
  writeFileSync(join(folder, "letterbook.toml"), 'title = "Briefe"\nlanguage = "de"\n');
}

const SCRIPT = `import * as beginning from "./letterbook-search.js";
import { files } from "./search-ahead.js";
const fetched = async (file) => new Uint8Array(await new Response((await fetch(file)).body.pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer());
const coming = new Map();
const bring = (file) => coming.get(file) ?? fetched(file);
const come = (file) => coming.has(file) || coming.set(file, fetched(file));
const lines = (said) => said.split("\\n").filter(Boolean).map((line) => line.split("\\t"));
let opened, finder;
// All of the program, where words and leaves of letters are not enough.
async function found() {
  if (finder) return finder;
  const module = await import("./letterbook-found.js");
  await module.default({ page: beginning });
  return (finder = module);
}
async function answered(ask) {
  for (;;) {
    const said = lines(ask());
    const needs = said.filter(([kind]) => kind === "needs").map(([, file]) => file);
    if (needs.length === 0) return said;
    const brought = needs.map(bring);
    for (const [at, file] of needs.entries()) {
      const bytes = await brought[at];
      if (!beginning.came(file, bytes)) finder.listed(file, bytes);
      do await scheduler.yield();
      while (beginning.opening());
    }
  }
}
window.engine = {
  init(query) {
    const begin = () => {
      const root = fetched("find.ltb");
      // As the search page does: what the first search will ask for comes with the program.
      if (query) root.then((root) => files(root, query, "de")).then((files) => files.forEach(come));
      return Promise.all([beginning.default({}), root]).then(([, root]) => beginning.open(root, "de"));
    };
    return (opened ??= begin());
  },
  async search(query, kind) {
    await this.init(query);
    const isPlain = !["phrase", "prefix", "exact"].includes(kind);
    if (isPlain && !window.everything) {
      const [all, ...letters] = await answered(() => beginning.first(query.normalize("NFD").toLowerCase(), false));
      // letters/ID/ of those whose titles are told.
      if (all) return { ids: letters.map(([, path]) => path.slice(8, -1)), titles: letters.map(([, , , from]) => from) };
    }
    const q = kind === "phrase" ? '"' + query + '"' : kind === "prefix" ? query + "*" : kind === "exact" ? query.split(" ").map((word) => '"' + word + '"').join(" ") : query;
    const { search, lists, identifiers, letters } = await found();
    await answered(() => search(String(new URLSearchParams({ q })), false));
    const best = await answered(() => letters(0, 10));
    if (window.everything) await answered(lists);
    const ids = window.everything ? identifiers().split("\\n").filter(Boolean) : best.map(([path]) => path.slice(8, -1));
    return { ids, titles: best.map(([, , from]) => from) };
  },
  // What the search page shows of letters that were found: how many pieces.
  async pieces(ids) {
    const module = await import("./letterbook-pieces.js");
    await module.default({ page: beginning });
    const shown = ids.map(async (id) => {
      const page = new DOMParser().parseFromString(await (await fetch("letters/" + id + "/")).text(), "text/html");
      const text = [...page.querySelectorAll(".letter__text, .notes")].map((part) => part.textContent).join("\\n");
      const [, ...said] = module.pieces(text.normalize("NFD").toLowerCase(), 170);
      return said.length > 0;
    });
    return (await Promise.all(shown)).filter(Boolean).length;
  },
};`;

/** Builds an edition of letters with its page; how long that took, and how large its index is. */
export function ours(letters, command, folder, place) {
  source(letters, emptied(folder));
  rmSync(place, { recursive: true, force: true });
  const build = timed(() => execFileSync(command, ["build", folder, "-o", place, "-q"], { stdio: "ignore" }));
  page(place, SCRIPT);
  const files = readdirSync(join(place, "data")).filter((name) => name.startsWith("find-"));
  const size = (name) => statSync(join(place, name)).size;
  const sizes = (kind) => files.filter((name) => name.includes(`-${kind}`)).reduce((sum, name) => sum + size(`data/${name}`), size("find.ltb"));
  return { name: "letterbook", place, build, index: sizes("t") + sizes("p"), words: sizes("t") };
}
