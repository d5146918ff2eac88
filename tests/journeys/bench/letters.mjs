// The letters of a corpus as plain text, the same for every engine.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plain = (xml) =>
  xml
    .replace(/<(\/?)(p|l|lb|item|cell|head|salute|signed|dateline|closer|opener|note)\b[^>]*>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&(\w+);/g, (whole, name) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, " ")
    .trim();

/** Each letter of a folder of TEI: its identifier, its title, the words of its body. */
export function plainLetters(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".xml"));
  return names.sort().map((name) => {
    const xml = readFileSync(join(folder, name), "utf8");
    const title = plain(/<title level="a">([^]*?)<\/title>/.exec(xml)?.[1] ?? name);
    return { id: name.replace(".xml", ""), title, text: plain(/<body[^>]*>([^]*)<\/body>/.exec(xml)?.[1] ?? "") };
  });
}
