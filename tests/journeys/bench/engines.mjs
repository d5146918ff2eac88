// Pagefind and MiniSearch over letters, each with its index and a bare page, as `ours.mjs` makes it.
import { execFileSync } from "node:child_process";
import { copyFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { emptied, page, timed } from "./ours.mjs";

/** Pagefind's. */
export function pagefind(letters, packages, place) {
  emptied(place);
  for (const { id, title, text } of letters) {
    const html = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
    writeFileSync(join(place, `${id}.html`), `<!DOCTYPE html><html lang="de"><meta charset="utf-8"><title>${html(title)}</title><body><main data-pagefind-body><h1>${html(title)}</h1><p>${html(text)}</p></main>`);
  }
  const program = join(packages, "node_modules/pagefind/lib/runner/bin.cjs");
  const build = timed(() => execFileSync("node", [program, "--site", place, "--quiet"], { stdio: "ignore" }));
  page(place, `let opened;
window.engine = {
  init: () => (opened ??= import("./pagefind/pagefind.js").then(async (pagefind) => (await pagefind.init(), pagefind))),
  async search(query, kind) {
    const pagefind = await this.init();
    const { results } = await pagefind.search(kind === "phrase" ? '"' + query + '"' : query);
    const first = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    // All addresses are known only from the fragments.
    const all = window.everything ? await Promise.all(results.map((result) => result.data())) : first;
    return { ids: all.map((data) => data.url.replace(/^.*\\/|\\.html$/g, "")), titles: first.map((data) => data.meta.title) };
  },
};`);
  const files = (folder) => readdirSync(join(place, "pagefind", folder)).map((name) => statSync(join(place, "pagefind", folder, name)).size);
  const meta = readdirSync(join(place, "pagefind")).filter((name) => name.endsWith(".pf_meta")).map((name) => statSync(join(place, "pagefind", name)).size);
  return { name: "pagefind", place, build, index: [...files("index"), ...meta].reduce((sum, size) => sum + size, 0) };
}

/** MiniSearch's. */
export function minisearch(letters, packages, place) {
  emptied(place);
  const require = createRequire(join(packages, "package.json"));
  const MiniSearch = require("minisearch");
  let json;
  const build = timed(() => {
    const index = new MiniSearch({ fields: ["title", "text"], storeFields: ["title"] });
    index.addAll(letters);
    json = JSON.stringify(index);
  });
  writeFileSync(join(place, "index.json"), json);
  copyFileSync(require.resolve("minisearch").replace(/dist.*$/, "dist/es/index.js"), join(place, "minisearch.js"));
  page(place, `import MiniSearch from "./minisearch.js";
let opened;
window.engine = {
  init: () => (opened ??= fetch("index.json").then(async (answer) => MiniSearch.loadJSON(await answer.text(), { fields: ["title", "text"], storeFields: ["title"] }))),
  async search(query, kind) {
    const index = await this.init();
    const results = index.search(query, { combineWith: "AND", prefix: kind === "prefix" });
    return { ids: results.map((result) => result.id), titles: results.slice(0, 10).map((result) => result.title) };
  },
};`);
  return { name: "minisearch", place, build, index: brotliCompressSync(json).length };
}
