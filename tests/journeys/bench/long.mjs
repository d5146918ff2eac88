// A letter of 9,000 words with 350 names, made by a program; the words mean nothing.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const WORDS = 9000;
const NAMES = 350;
const PERSONS = 40;
const PARAGRAPH = 120;
const SYLLABLES = ["ta", "lo", "mer", "in", "ga", "sund", "eb", "ro", "wi", "chen"];

const word = (number) => SYLLABLES[number % 10] + SYLLABLES[Math.floor(number / 7) % 10] + (number % 3 ? "" : SYLLABLES[Math.floor(number / 31) % 10]);
const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** Writes an edition of that letter and nothing else. */
export function long(folder) {
  mkdirSync(join(folder, "letters"), { recursive: true });
  const name = (number) => `${capital(word(number * 13))} ${capital(word(number * 17 + 5))}`;
  const persons = Array.from({ length: PERSONS }, (_, at) => `[[person]]\nid = "p${at}"\nname = "${name(at)}"\nabout = "A ${word(at)} of ${capital(word(at + 3))}."\n`);
  writeFileSync(join(folder, "register.toml"), persons.join("\n"));
  writeFileSync(join(folder, "letterbook.toml"), 'title = "A long letter"\nlanguage = "en"\n');
  const every = Math.floor(WORDS / NAMES);
  const words = Array.from({ length: WORDS }, (_, at) => {
    const said = at % every === every - 1 ? `[${name(Math.floor(at / every) % PERSONS)}](person:p${Math.floor(at / every) % PERSONS})` : word(at * 7 + Math.floor(at / 11));
    return at % 12 === 11 ? `${said}.` : said;
  });
  const paragraphs = [];
  for (let at = 0; at < WORDS; at += PARAGRAPH) paragraphs.push(capital(words.slice(at, at + PARAGRAPH).join(" ")));
  const head = `---\nfrom: ${name(0)}\nto: ${name(1)}\ndate: 1848-03-18\n---\n\n`;
  writeFileSync(join(folder, "letters", "long.md"), head + paragraphs.join("\n\n") + "\n");
  return folder;
}
