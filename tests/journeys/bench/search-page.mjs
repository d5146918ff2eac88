// Leaves an edition with a bare page, so that anyone can measure our search beside other engines: SCHNITZLER, the letters; PAGE,
// the folder it goes to.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plainLetters } from "./letters.mjs";
import { ours } from "./ours.mjs";

const { LETTERBOOK, SCHNITZLER, PAGE } = process.env;
const source = mkdtempSync(join(tmpdir(), "letterbook-"));
const letters = plainLetters(join(SCHNITZLER, "editions"));
const { index, words } = ours(letters, LETTERBOOK, source, PAGE);
rmSync(source, { recursive: true });
console.log(`${letters.length} letters, ${index} bytes of index (${words} without places): ${join(PAGE, "engine.html")}`);
console.log("window.engine = { init(), search(query, kind) }; kinds: term two phrase prefix rare accent");
